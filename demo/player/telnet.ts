import { connect, type Socket } from 'node:net';

/** Milliseconds that VLC may take for a command. */
const limit = 5_000;
/** What it writes when it is ready for the next one; after the question for the password there is no echo, in telnet's words. */
const prompt = '> ';

/** A connection to VLC's telnet interface, beside that of Home Assistant. */
export class Telnet {
  readonly #socket: Socket;
  #heard = '';
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(socket: Socket) {
    this.#socket = socket;
    socket.setEncoding('latin1');
    socket.on('data', (text: string) => (this.#heard += text));
  }

  /** @throws where it does not answer, or takes another password */
  static async open(port: number, password: string): Promise<Telnet> {
    const socket = connect(port, '127.0.0.1');
    const telnet = new Telnet(socket);
    try {
      await telnet.#until('Password: ');
      await telnet.#ask(password);
      return telnet;
    } catch (error) {
      telnet.close();
      throw error;
    }
  }

  /** What it answers; one command after the other. */
  run(command: string): Promise<string> {
    const answer = this.#turn.then(() => this.#ask(command));
    this.#turn = answer.catch(() => {});
    return answer;
  }

  close(): void {
    this.#socket.destroy();
  }

  #ask(command: string): Promise<string> {
    this.#heard = '';
    this.#socket.write(`${command}\n`);
    return this.#until(prompt);
  }

  #until(end: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const done = (error?: Error): void => {
        clearTimeout(late);
        this.#socket.off('data', look).off('error', done).off('close', closed);
        if (error) reject(error);
        else resolve(this.#heard.split(end)[0]!);
      };
      const look = (): void => {
        if (this.#heard.includes(end)) done();
      };
      const closed = (): void => done(new Error('VLC closed the connection'));
      const late = setTimeout(() => done(new Error('VLC does not answer')), limit);
      this.#socket.on('data', look).on('error', done).on('close', closed);
    });
  }
}
