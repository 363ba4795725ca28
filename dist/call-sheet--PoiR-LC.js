import{m as S,l as k,n as $,w as g,p as a,A as d,o as f,v as E}from"./app-BSw7dXN4.js";import{l as I}from"./live-Dt2ehbBH.js";import{b as z,c as M,s as _}from"./styles-CNDxjE_E.js";import{D as q}from"./devices-BwgnKHvg.js";import{t as i}from"./more-CKql4LaE.js";import{s as C}from"./station-of-CKuNdvPH.js";import{l as R,m as D}from"./overlay-CszJfAbA.js";import{t as N,s as O,l as j}from"./icons-DhBr-6eO.js";import{L,R as T}from"./messages-DbDkMBe2.js";import"./live-5psPmYdV.js";import"./target-of-C0PIqFxi.js";import"./devices-BSqrq19G.js";import"./avatar-BrttZgst.js";const y=S`
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
    position: relative;
    overflow: hidden;
    inline-size: 128px;
    block-size: 72px;
    border-radius: 18px;
    background: #20262c;
    color: #c9d0d6;
    --i: 32px;
  }
  .tile img {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .tile:disabled img {
    visibility: hidden;
  }
  @media (max-height: 620px) {
    .tile {
      min-block-size: 88px;
      gap: 12px;
      padding-inline: 12px;
    }
    .tile .pic {
      inline-size: 88px;
      block-size: 56px;
    }
  }
  @media (min-width: 601px) and (min-height: 621px) {
    .tile {
      flex-direction: column;
      align-items: stretch;
      gap: 0;
      padding: 3px;
      overflow: hidden;
    }
    .tile .pic {
      inline-size: 100%;
      block-size: auto;
      aspect-ratio: 16/9;
      border-radius: 23px 23px 0 0;
    }
    .tile .t {
      padding: 12px 16px;
    }
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
    .tile .pic {
      inline-size: 88px;
      block-size: 56px;
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
`;class U extends k{static styles=[z,y];static properties={callAssist:{attribute:!1},peer:{attribute:!1}};#e="writing";constructor(){super(),$(this,()=>[g])}render(){const e=this.#e==="sending";return this.#e==="sent"?a`<p class="said" role="status">${i("msg.sent")}</p>
        <div class="acts">
          <button class="big solid" data-action="done" @click=${this.#l}>${i("common.done")}</button>
        </div>`:a`<div class="ready">
        ${T.map(t=>a`<button class="opt" data-text=${t} ?disabled=${e} @click=${()=>this.#t(i(t))}>
              <span class="t"><b>${i(t)}</b></span>
            </button>`)}
      </div>
      <form @submit=${this.#a}>
        <label
          ><span class="vh">${i("msg.own")}</span
          ><textarea class="in" rows="2" maxlength=${L} placeholder=${i("msg.own")} ?disabled=${e}></textarea>
        </label>
        <button class="big solid" data-action="send" ?disabled=${e}>${i(e?"msg.sending":"msg.send")}</button>
      </form>
      <p class="said bad" role="alert">${this.#e==="failed"?i("msg.failed"):d}</p>`}#a=e=>{e.preventDefault();const t=this.renderRoot.querySelector("textarea"),s=t?.value.trim()??"";s?this.#t(s):t?.focus()};async#t(e){if(this.#e!=="sending"){this.#i("sending");try{await this.callAssist.sendMessage(this.peer.accountId,this.peer.contactId,e),this.#i("sent"),await this.updateComplete,this.renderRoot.querySelector('[data-action="done"]')?.focus()}catch{this.#i("failed")}}}#i(e){this.#e=e,this.requestUpdate()}#l=()=>{this.dispatchEvent(new CustomEvent("ca-close"))}}customElements.get("ca-call-message")||customElements.define("ca-call-message",U);const Y=/front|user|facetime/i,F=/back|rear|environment/i;function G({camera:b,sending:e},t,s,c){const l="source"in b?b.source:null,m=(o,h)=>o?i(e.video&&b.state==="on"?"pick.now":"pick.chosen"):h,r=t.map(({id:o,name:h,available:x,still:A})=>{const v=o===l;return{choice:{source:o},name:h,note:x?m(v,""):i("pick.away"),chosen:v,available:x,still:A}}),p=l==="this_device",n=(o,h,x)=>({choice:o,name:h,note:m(x,i("pick.this_device")),chosen:x,available:!0,still:null}),u=o=>s.some(({label:h})=>o.test(h));return u(Y)&&u(F)?[...r,n({source:"this_device",facingMode:"user"},i("pick.front"),p&&c?.facingMode!=="environment"),n({source:"this_device",facingMode:"environment"},i("pick.rear"),c?.facingMode==="environment")]:s.length<2?[...r,n({source:"this_device"},i("call.this_camera"),p)]:[...r,...s.map(o=>n({source:"this_device",device:o},o.label,p&&c?.deviceId===o.deviceId))]}class w extends k{static styles=[z,y];static properties={callAssist:{attribute:!1},call:{attribute:!1},peer:{},kind:{},speaker:{attribute:!1},fullScreen:{attribute:!1}};#e=new q(this,()=>this.callAssist);constructor(){super(),$(this,()=>[g,this.callAssist.snapshot])}firstUpdated(){this.renderRoot.querySelector("section")?.focus()}render(){const{title:e,note:t,content:s}=this.#a();return a`<section
      tabindex="-1"
      role="dialog"
      aria-labelledby="title"
      aria-describedby=${t?"note":d}
      data-sheet=${this.kind}
    >
      <div class="top">
        <div>
          <h3 id="title">${e}</h3>
          ${t?a`<p id="note">${t}</p>`:d}
        </div>
        <button class="ib" data-action="close" aria-label=${i("common.close")} @click=${this.#s}>
          ${f(M)}
        </button>
      </div>
      ${s}
    </section>`}#a(){const e={n:this.peer};switch(this.kind){case"camera":{const t=i(this.call.wanted.video?"pick.camera_on":"pick.camera_off",e);return{title:i("pick.camera"),note:t,content:this.#t()}}case"volume":return{title:i("pick.volume"),note:"",content:this.#i()};case"more":return{title:i("call.more"),note:"",content:this.#l()};case"message":{const t=a`<ca-call-message
          .callAssist=${this.callAssist}
          .peer=${this.call.peer}
          @ca-close=${this.#s}
        ></ca-call-message>`;return{title:i("msg.title",e),note:"",content:t}}case"help.microphone":case"help.https":case"help.relay":{const t=[i(`${this.kind}.1`),i(`${this.kind}.2`),i(`${this.kind}.3`)];return{title:i(this.kind),note:"",content:a`<ol>
            ${t.map(s=>a`<li>${s}</li>`)}
          </ol>`}}}}#t(){const{camera:e}=this.call,t=this.callAssist.media(this.call.id)?.preview.value,s=e.state==="on"&&e.path==="device"?t?.getSettings()??null:null,c=G(this.call,this.callAssist.cameras(),this.#e.lists.cameras,s);return a`<div class="grid" role="group" aria-labelledby="title">
      ${c.map(({choice:l,name:m,note:r,chosen:p,available:n,still:u})=>a`<button
            class="opt tile"
            aria-pressed=${p}
            ?disabled=${!n}
            data-camera=${l.source}
            @click=${()=>{this.callAssist.command({type:"set-camera",callId:this.call.id,camera:l,by:"touch"}),this.#s()}}
          >
            <span class="pic">${R(u,l.source==="this_device"?N:E)}</span>
            <span class="t"><b>${m}</b>${r?a`<small>${r}</small>`:d}</span>
          </button>`)}
    </div>`}#i(){const e=Math.round(this.callAssist.snapshot.value.settings.callVolume*100),t=s=>{const c=Math.min(100,Math.max(0,s))/100;this.callAssist.command({type:"set-volume",volume:c,by:"touch"})};return a`<div class="volume">
      <button class="big" data-action="quieter" aria-label=${i("pick.quieter")} @click=${()=>t(e-10)}>
        −
      </button>
      <label
        ><span class="vh">${i("pick.volume")}</span
        ><input
          type="range"
          min="0"
          max="100"
          step="5"
          .value=${String(e)}
          @input=${s=>t(Number(s.target.value))}
      /></label>
      <output class="num"
        >${new Intl.NumberFormat(g.value.language,{style:"percent"}).format(e/100)}</output
      >
      <button class="big" data-action="louder" aria-label=${i("pick.louder")} @click=${()=>t(e+10)}>
        +
      </button>
    </div>`}#l(){const{security:e,microphone:t}=this.call,s=document.fullscreenEnabled,c="setSinkId"in HTMLMediaElement.prototype;return a`<div class="more">
      ${c?this.#n("speaker",i("pick.speaker"),"speakers",this.speaker,l=>this.dispatchEvent(new CustomEvent("ca-speaker",{detail:l}))):d}
      ${this.#n("microphone",i("pick.microphone"),"microphones",t.choice,l=>this.#o(l),t.problem?i(`end.${t.problem}`):"")}
      ${s?a`<button class="opt" data-action="full-screen" @click=${this.#c}>
              ${f(O)}<span class="t"><b>${i(this.fullScreen.on?"pick.full_off":"pick.full")}</b></span>
            </button>`:d}
      ${e?a`<p class="line">
              ${f(j)}<span
                ><b>${i(`call.lock.${e}`)}</b><br />${i(`pick.lock.${e}`,{n:this.peer})}</span
              >
            </p>`:d}
    </div>`}#n(e,t,s,c,l,m=""){const r=this.#e.lists[s],p=r.findIndex(({deviceId:n})=>n===c?.deviceId);return a`<label class="line pick"
      >${f(e==="speaker"?_:D)}<span class="t"
        ><b>${t}</b>${m?a`<small role="status">${m}</small>`:d}</span
      ><select
        data-pick=${e}
        .value=${I(String(p))}
        @change=${n=>{l(r[Number(n.target.value)]??null)}}
      >
        <option value="-1" ?selected=${p<0}>${i("pick.default")}</option>
        ${r.map((n,u)=>a`<option value=${u} ?selected=${u===p}>${n.label}</option>`)}
      </select></label
    >`}#o(e){this.callAssist.command({type:"set-microphone",callId:this.call.id,microphone:e,by:"touch"});const t=this.callAssist.snapshot.value,{slug:s}=C(t,this.call.station);t.lock.locked||this.callAssist.configureStation({microphone:e},s).catch(()=>{})}#c=()=>{this.fullScreen.on?this.fullScreen.leave():this.fullScreen.enter(),this.#s()};#s=()=>{this.dispatchEvent(new CustomEvent("ca-close"))}}customElements.get("ca-call-sheet")||customElements.define("ca-call-sheet",w);export{w as CaCallSheet};
