import{n as I,o as $,q as y,w as g,u as a,A as h,s as f,x as E}from"./app-Y0z-pJrJ.js";import{b as z,c as _,s as C}from"./live-COBrK9xO.js";import{t as e}from"./more-C15upvYQ.js";import{t as M,s as q,l as D,m as N}from"./overlay-CqzS3BW1.js";import"./avatar-CJSuQZL6.js";import"./devices-CD-VQEa0.js";const w=I`
  section {
    position: absolute;
    z-index: 3;
    inset: auto 24px 24px;
    max-block-size: calc(100% - 48px);
    overflow: auto;
    border-radius: 36px;
    background: var(--surface);
    color: var(--text);
    padding: 24px 28px 28px;
    box-shadow: 0 -10px 60px rgba(0, 0, 0, 0.45);
    animation: rise var(--ha-animation-duration-normal, 250ms) ease-out;
  }
  section:focus {
    outline: 0;
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(16px);
    }
  }
  .top {
    display: flex;
    justify-content: space-between;
    align-items: center;
    gap: 16px;
    margin-block-end: 16px;
  }
  .top > div {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  h3 {
    font-size: 32px;
    font-weight: 500;
    line-height: 1.2;
  }
  #note {
    font-size: 18px;
    color: var(--quiet);
  }
  .ib {
    inline-size: 72px;
    block-size: 72px;
    --i: 28px;
  }
  .grid {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(240px, 1fr));
    gap: 16px;
  }
  .opt {
    min-block-size: 80px;
    border-radius: 26px;
    background: var(--sunken);
    display: flex;
    align-items: center;
    gap: 20px;
    padding: 12px 26px;
    text-align: start;
    inline-size: 100%;
  }
  .opt b,
  .line b {
    font-size: 20px;
    line-height: 1.25;
  }
  .opt small,
  .line small {
    display: block;
    font-size: 16px;
    color: var(--quiet);
  }
  .t {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .opt[aria-pressed='true'] {
    background: var(--accent-tint);
    box-shadow: inset 0 0 0 3px var(--accent-fill);
  }
  .tile {
    min-block-size: 112px;
  }
  .tile .pic {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 72px;
    block-size: 72px;
    border-radius: 20px;
    background: #20262c;
    color: #c9d0d6;
    --i: 32px;
  }
  .big {
    min-block-size: 80px;
    min-inline-size: 96px;
    padding: 10px 30px;
    border-radius: 26px;
    font-size: 22px;
    font-weight: 500;
    background: var(--sunken);
  }
  .big.solid {
    background: var(--accent-fill);
    color: #fff;
  }
  .volume {
    display: flex;
    align-items: center;
    gap: 20px;
  }
  .volume .big {
    font-size: 36px;
  }
  .volume label {
    flex: 1;
    min-inline-size: 0;
  }
  input[type='range'] {
    inline-size: 100%;
    block-size: 72px;
    margin: 0;
    accent-color: var(--accent-fill);
  }
  output {
    min-inline-size: 4ch;
    text-align: end;
    font-size: 22px;
  }
  .more {
    display: grid;
    gap: 12px;
  }
  .line {
    display: flex;
    align-items: center;
    gap: 20px;
    padding: 8px 26px;
    min-block-size: 72px;
    font-size: 17px;
  }
  .line > span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  select {
    min-block-size: 72px;
    flex: 1 1 200px;
    min-inline-size: 0;
    max-inline-size: 420px;
    border: 0;
    border-radius: 22px;
    padding: 0 20px;
    font-size: 18px;
    background: var(--sunken);
    color: var(--text);
  }
  ol {
    margin: 0;
    padding-inline-start: 28px;
    font-size: 22px;
    display: grid;
    gap: 12px;
    max-inline-size: 60ch;
  }
  .ready {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 12px;
  }
  form {
    display: flex;
    gap: 12px;
    margin-block-start: 12px;
  }
  form label {
    flex: 1;
    min-inline-size: 0;
  }
  textarea.in {
    display: block;
    block-size: 100%;
    min-block-size: 80px;
    padding: 14px 20px;
    border-radius: 26px;
    resize: none;
    font: inherit;
    font-size: 18px;
    color: inherit;
  }
  .said {
    font-size: 22px;
    min-block-size: 1.4em;
    margin-block-start: 8px;
  }
  .said.bad {
    color: var(--stop-ink);
    font-size: 18px;
  }
  .acts {
    display: flex;
    justify-content: flex-end;
  }
  @media (max-width: 600px) {
    section {
      inset: auto 0 0;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
      padding: 16px 16px 20px;
    }
    h3 {
      font-size: 24px;
    }
    .grid,
    .ready {
      grid-template-columns: minmax(0, 1fr);
    }
    .tile {
      min-block-size: 88px;
      padding-inline: 12px;
    }
    .volume {
      flex-wrap: wrap;
    }
    .volume label {
      order: -1;
      flex-basis: 100%;
    }
    .volume .big {
      flex: 1;
    }
    .line {
      padding-inline: 8px;
      gap: 8px 16px;
    }
    .pick {
      flex-wrap: wrap;
    }
    .pick select {
      flex-basis: 100%;
      max-inline-size: none;
    }
    ol {
      font-size: 18px;
    }
    form {
      flex-direction: column;
    }
  }
`,R=1e3,U=["msg.later","msg.back","msg.tried","msg.well"];class j extends ${static styles=[z,w];static properties={callAssist:{attribute:!1},peer:{attribute:!1}};#e="writing";constructor(){super(),y(this,()=>[g])}render(){const t=this.#e==="sending";return this.#e==="sent"?a`<p class="said" role="status">${e("msg.sent")}</p>
        <div class="acts">
          <button class="big solid" data-action="done" @click=${this.#n}>${e("common.done")}</button>
        </div>`:a`<div class="ready">
        ${U.map(i=>a`<button class="opt" data-text=${i} ?disabled=${t} @click=${()=>this.#i(e(i))}>
              <span class="t"><b>${e(i)}</b></span>
            </button>`)}
      </div>
      <form @submit=${this.#a}>
        <label
          ><span class="vh">${e("msg.own")}</span
          ><textarea class="in" rows="2" maxlength=${R} placeholder=${e("msg.own")} ?disabled=${t}></textarea>
        </label>
        <button class="big solid" data-action="send" ?disabled=${t}>${e(t?"msg.sending":"msg.send")}</button>
      </form>
      <p class="said bad" role="alert">${this.#e==="failed"?e("msg.failed"):h}</p>`}#a=t=>{t.preventDefault();const i=this.renderRoot.querySelector("textarea"),s=i?.value.trim()??"";s?this.#i(s):i?.focus()};async#i(t){if(this.#e!=="sending"){this.#t("sending");try{await this.callAssist.sendMessage(this.peer.accountId,this.peer.contactId,t),this.#t("sent"),await this.updateComplete,this.renderRoot.querySelector('[data-action="done"]')?.focus()}catch{this.#t("failed")}}}#t(t){this.#e=t,this.requestUpdate()}#n=()=>{this.dispatchEvent(new CustomEvent("ca-close"))}}customElements.get("ca-call-message")||customElements.define("ca-call-message",j);const O=/front|user|facetime/i,F=/back|rear|environment/i,S=({deviceId:b,label:t})=>({deviceId:b,label:t});function H({camera:b,sending:t},i,s,o){const p="source"in b?b.source:null,c=(n,m)=>n?e(t.video&&b.state==="on"?"pick.now":"pick.chosen"):m,d=i.map(({id:n,name:m,available:x})=>{const k=n===p;return{choice:{source:n},name:m,note:x?c(k,""):e("pick.away"),chosen:k,available:x}}),u=p==="this_device",l=(n,m,x)=>({choice:n,name:m,note:c(x,e("pick.this_device")),chosen:x,available:!0}),r=s.filter(({kind:n})=>n==="videoinput"),v=n=>r.some(({label:m})=>n.test(m));return v(O)&&v(F)?[...d,l({source:"this_device",facingMode:"user"},e("pick.front"),u&&o?.facingMode!=="environment"),l({source:"this_device",facingMode:"environment"},e("pick.rear"),o?.facingMode==="environment")]:r.length<2||r.some(({deviceId:n})=>!n)?[...d,l({source:"this_device"},e("call.this_camera"),u)]:[...d,...r.map((n,m)=>l({source:"this_device",device:S(n)},n.label||e("pick.unnamed",{count:m+1}),u&&o?.deviceId===n.deviceId))]}class A extends ${static styles=[z,w];static properties={callAssist:{attribute:!1},call:{attribute:!1},peer:{},kind:{},speaker:{attribute:!1},fullScreen:{attribute:!1}};devices=navigator.mediaDevices;#e=[];constructor(){super(),y(this,()=>[g,this.callAssist.snapshot])}connectedCallback(){super.connectedCallback(),this.devices?.enumerateDevices().then(t=>{this.#e=t,this.requestUpdate()},()=>{})}firstUpdated(){this.renderRoot.querySelector("section")?.focus()}render(){const{title:t,note:i,content:s}=this.#a();return a`<section
      tabindex="-1"
      role="dialog"
      aria-labelledby="title"
      aria-describedby=${i?"note":h}
      data-sheet=${this.kind}
    >
      <div class="top">
        <div>
          <h3 id="title">${t}</h3>
          ${i?a`<p id="note">${i}</p>`:h}
        </div>
        <button class="ib" data-action="close" aria-label=${e("common.close")} @click=${this.#s}>
          ${f(_)}
        </button>
      </div>
      ${s}
    </section>`}#a(){const t={n:this.peer};switch(this.kind){case"camera":{const i=e(this.call.wanted.video?"pick.camera_on":"pick.camera_off",t);return{title:e("pick.camera"),note:i,content:this.#i()}}case"volume":return{title:e("pick.volume"),note:"",content:this.#t()};case"more":return{title:e("call.more"),note:"",content:this.#n()};case"message":{const i=a`<ca-call-message
          .callAssist=${this.callAssist}
          .peer=${this.call.peer}
          @ca-close=${this.#s}
        ></ca-call-message>`;return{title:e("msg.title",t),note:"",content:i}}case"help.microphone":case"help.https":case"help.relay":{const i=[e(`${this.kind}.1`),e(`${this.kind}.2`),e(`${this.kind}.3`)];return{title:e(this.kind),note:"",content:a`<ol>
            ${i.map(s=>a`<li>${s}</li>`)}
          </ol>`}}}}#i(){const{camera:t}=this.call,i=this.callAssist.media(this.call.id)?.preview.value,s=t.state==="on"&&t.path==="device"?i?.getSettings()??null:null,o=H(this.call,this.callAssist.cameras(),this.#e,s);return a`<div class="grid" role="group" aria-labelledby="title">
      ${o.map(({choice:p,name:c,note:d,chosen:u,available:l})=>a`<button
            class="opt tile"
            aria-pressed=${u}
            ?disabled=${!l}
            data-camera=${p.source}
            @click=${()=>{this.callAssist.command({type:"set-camera",callId:this.call.id,camera:p,by:"touch"}),this.#s()}}
          >
            <span class="pic">${f(p.source==="this_device"?M:E)}</span>
            <span class="t"><b>${c}</b>${d?a`<small>${d}</small>`:h}</span>
          </button>`)}
    </div>`}#t(){const t=Math.round(this.callAssist.snapshot.value.settings.callVolume*100),i=s=>{const o=Math.min(100,Math.max(0,s))/100;this.callAssist.command({type:"set-volume",volume:o,by:"touch"})};return a`<div class="volume">
      <button class="big" data-action="quieter" aria-label=${e("pick.quieter")} @click=${()=>i(t-10)}>
        −
      </button>
      <label
        ><span class="vh">${e("pick.volume")}</span
        ><input
          type="range"
          min="0"
          max="100"
          step="5"
          .value=${String(t)}
          @input=${s=>i(Number(s.target.value))}
      /></label>
      <output class="num"
        >${new Intl.NumberFormat(g.value.language,{style:"percent"}).format(t/100)}</output
      >
      <button class="big" data-action="louder" aria-label=${e("pick.louder")} @click=${()=>i(t+10)}>
        +
      </button>
    </div>`}#n(){const{lock:t,station:i}=this.callAssist.snapshot.value,{security:s}=this.call,o=document.fullscreenEnabled,p="setSinkId"in HTMLMediaElement.prototype;return a`<div class="more">
      ${p?this.#l("speaker",e("pick.speaker"),"audiooutput",this.speaker,c=>this.dispatchEvent(new CustomEvent("ca-speaker",{detail:c}))):h}
      ${t.locked?h:this.#l("microphone",e("pick.microphone"),"audioinput",i.microphone,c=>{this.callAssist.configureStation({microphone:c}).catch(()=>{})},e("pick.microphone_next"))}
      ${o?a`<button class="opt" data-action="full-screen" @click=${this.#o}>
              ${f(q)}<span class="t"><b>${e(this.fullScreen.on?"pick.full_off":"pick.full")}</b></span>
            </button>`:h}
      ${s?a`<p class="line">
              ${f(D)}<span
                ><b>${e(`call.lock.${s}`)}</b><br />${e(`pick.lock.${s}`,{n:this.peer})}</span
              >
            </p>`:h}
    </div>`}#l(t,i,s,o,p,c=""){const d=this.#e.filter(l=>l.kind===s&&!["","default"].includes(l.deviceId)),u=d.findIndex(({deviceId:l})=>l===o?.deviceId);return a`<label class="line pick"
      >${f(t==="speaker"?C:N)}<span class="t"
        ><b>${i}</b>${c?a`<small>${c}</small>`:h}</span
      ><select
        data-pick=${t}
        .value=${String(u)}
        @change=${l=>{const r=d[Number(l.target.value)];p(r?S(r):null)}}
      >
        <option value="-1" ?selected=${u<0}>${e("pick.default")}</option>
        ${d.map((l,r)=>a`<option value=${r} ?selected=${r===u}>
              ${l.label||e("pick.unnamed",{count:r+1})}
            </option>`)}
      </select></label
    >`}#o=()=>{this.fullScreen.on?this.fullScreen.leave():this.fullScreen.enter(),this.#s()};#s=()=>{this.dispatchEvent(new CustomEvent("ca-close"))}}customElements.get("ca-call-sheet")||customElements.define("ca-call-sheet",A);export{A as CaCallSheet};
