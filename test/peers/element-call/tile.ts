/** The picture of somebody else in a call. */
export interface Tile {
  /** What is written on it. */
  readonly name: string;
  /** Whether a person could see it. */
  readonly isShown: boolean;
  readonly framesDecoded: number;
  readonly width: number;
  readonly height: number;
  /** The time in the picture that is shown now, in milliseconds since 1970; null if none can be read. */
  readonly timecode: number | null;
  /** How old that was when it was read, in milliseconds; null if none could be read. */
  readonly age: number | null;
}
