import{i as E,d as $,f as y,w as v,A as u,b as l,e as f,v as R}from"./follow-CXILmOiZ.js";import{l as O}from"./live-CTku88e4.js";import{b as w,c as D,s as N}from"./styles-vvU9KK_3.js";import{D as j}from"./devices-BwgnKHvg.js";import{w as z,t as s,n as _,a as T,s as U}from"./displays-CZMmEMs6.js";import{s as L}from"./station-of-CKuNdvPH.js";import{l as W,m as H}from"./overlay-C8FqWk01.js";import{t as I,s as C,c as V,l as Y}from"./icons-BV_gccv2.js";import{T as k}from"./view-BwsWWQp0.js";import{t as p}from"./more-D1QN5pac.js";import{L as B,R as F}from"./messages-DbDkMBe2.js";import"./app-oQJzt6yM.js";import"./target-of-C0PIqFxi.js";import"./devices-BSqrq19G.js";import"./avatar-D5ZbJEIc.js";import"./live-BLqYFu5I.js";const A=E`
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
`,G=E`
  .list {
    display: grid;
    gap: 12px;
  }
  .opt {
    min-block-size: 92px;
    --i: 36px;
  }
  .opt b {
    display: block;
    font-size: 22px;
  }
  details {
    margin-block-start: 12px;
  }
  summary {
    padding: 24px 26px;
    font-size: 18px;
    font-weight: 500;
    cursor: pointer;
  }
  li {
    padding: 8px 26px;
    font-size: 18px;
    overflow-wrap: anywhere;
  }
  li b {
    display: block;
  }
  small {
    font-size: 16px;
    color: var(--quiet);
  }
  .line:empty {
    display: none;
  }
  .said:empty {
    margin: 0;
    min-block-size: 0;
  }
  .ask {
    display: grid;
    gap: 24px;
  }
  .ask p {
    font-size: 24px;
    overflow-wrap: anywhere;
  }
  .ask .acts {
    flex-wrap: wrap;
    gap: 12px;
  }
  @media (max-width: 600px) {
    .opt {
      padding-inline: 16px;
      gap: 14px;
    }
    summary,
    li {
      padding-inline: 8px;
    }
    .ask .big {
      flex: 1 1 100%;
    }
  }
`;class J extends ${static styles=[w,A,G];static properties={callAssist:{attribute:!1},call:{attribute:!1},peer:{},screens:{state:!0},asked:{state:!0},refused:{state:!0}};constructor(){super(),this.screens=null,this.asked=null,this.refused="",y(this,()=>[v])}connectedCallback(){super.connectedCallback(),this.#s()}render(){return l`${this.asked?this.#o(this.asked):this.#l()}
      <p class="said bad" role="alert">${this.refused||u}</p>`}updated(e){e.has("asked")&&(this.asked?this.renderRoot.querySelector('[data-answer="no"]')?.focus():e.get("asked")&&this.renderRoot.querySelector(".opt")?.focus())}get#e(){const{display:e}=this.call;return e&&e.state!=="here"?e.wanted:k}#l(){const{screens:e}=this,t=e==="away"?[]:e??[],i=t.filter(n=>z(n)!==null),a=t.filter(n=>z(n)===null),o={n:this.peer},r=this.#e===k,c={id:k,name:s("tv.this_screen"),note:s(r?"tv.shows":"tv.shows_again",o),drawing:I};return l`<div class="list" role="group" aria-label=${s("tv.where")}>
        ${this.#a(c,()=>{this.#n(k)})}
        ${i.map(n=>this.#a(this.#t(n),()=>this.#r(n)))}
      </div>
      ${a.length?l`<details ?open=${i.length===0}>
              <summary>${s("tv.cannot_n",{count:a.length})}</summary>
              <ul>
                ${a.map(n=>l`<li data-display=${n.id}>
                      <b dir="auto">${_(n)}</b><small>${T(n)}</small>
                    </li>`)}
              </ul>
            </details>`:u}
      <p class="line" role="status">${this.#i(t.length)}</p>`}#i(e){return this.screens==="away"?s("tv.away"):this.screens===null?s("tv.looking"):e?"":s("tv.none")}#t(e){const{id:t,inUse:i,last:a}=e,o=z(e),{state:r}=this.call.display??{state:"here"},c=t===this.#e?[r==="there"?s("tv.shows",{n:this.peer}):s("tv.moving",{tv:e.name})]:[o?U(o):"",i?s("tv.playing"):"",a&&a.result!=="shown"&&a.result!=="in_use"?s("tv.failed_before"):""];return{id:t,name:_(e),note:c.filter(Boolean).join(" · "),drawing:C}}#a({id:e,name:t,note:i,drawing:a},o){const r=e===this.#e;return l`<button class="opt" aria-pressed=${r} data-display=${e} @click=${o}>
      ${f(a)}<span class="t"><b dir="auto">${t}</b><small>${i}</small></span
      >${r?f(V):u}
    </button>`}#o(e){return l`<div class="ask" role="alertdialog" aria-labelledby="sure">
      <p id="sure">${s("tv.sure",{tv:e.name})}</p>
      <div class="acts">
        <button class="big" data-answer="no" @click=${()=>{this.asked=null}}>${s("common.cancel")}</button>
        <button class="big solid" data-answer="yes" @click=${()=>this.#n(e.id,!0)}>
          ${s("tv.sure_yes")}
        </button>
      </div>
    </div>`}#r(e){e.id===this.#e?this.#c():e.inUse?this.asked=e:this.#n(e.id)}async#n(e,t=!1){this.asked=null,this.refused="";const i=this.call.id,a=await this.callAssist.command({type:"set-display",display:e,mayInterrupt:t,callId:i,by:"touch"});a.ok?this.#c():this.refused=a.reason.startsWith("refused_")?s(`refused.${a.reason}`):""}async#s(){this.screens=await this.callAssist.displays(this.call.station).catch(()=>"away")}#c(){this.dispatchEvent(new CustomEvent("ca-close"))}}customElements.get("ca-where")||customElements.define("ca-where",J);class K extends ${static styles=[w,A];static properties={callAssist:{attribute:!1},peer:{attribute:!1}};#e="writing";constructor(){super(),y(this,()=>[v])}render(){const e=this.#e==="sending";return this.#e==="sent"?l`<p class="said" role="status">${p("msg.sent")}</p>
        <div class="acts">
          <button class="big solid" data-action="done" @click=${this.#a}>${p("common.done")}</button>
        </div>`:l`<div class="ready">
        ${F.map(t=>l`<button class="opt" data-text=${t} ?disabled=${e} @click=${()=>this.#i(p(t))}>
              <span class="t"><b>${p(t)}</b></span>
            </button>`)}
      </div>
      <form @submit=${this.#l}>
        <label
          ><span class="vh">${p("msg.own")}</span
          ><textarea class="in" rows="2" maxlength=${B} placeholder=${p("msg.own")} ?disabled=${e}></textarea>
        </label>
        <button class="big solid" data-action="send" ?disabled=${e}>${p(e?"msg.sending":"msg.send")}</button>
      </form>
      <p class="said bad" role="alert">${this.#e==="failed"?p("msg.failed"):u}</p>`}#l=e=>{e.preventDefault();const t=this.renderRoot.querySelector("textarea"),i=t?.value.trim()??"";i?this.#i(i):t?.focus()};async#i(e){if(this.#e!=="sending"){this.#t("sending");try{await this.callAssist.sendMessage(this.peer.accountId,this.peer.contactId,e),this.#t("sent"),await this.updateComplete,this.renderRoot.querySelector('[data-action="done"]')?.focus()}catch{this.#t("failed")}}}#t(e){this.#e=e,this.requestUpdate()}#a=()=>{this.dispatchEvent(new CustomEvent("ca-close"))}}customElements.get("ca-call-message")||customElements.define("ca-call-message",K);const P=/front|user|facetime/i,Q=/back|rear|environment/i;function X({camera:x,sending:e},t,i,a){const o="source"in x?x.source:null,r=(m,b)=>m?p(e.video&&x.state==="on"?"pick.now":"pick.chosen"):b,c=t.map(({id:m,name:b,available:g,still:M})=>{const S=m===o;return{choice:{source:m},name:b,note:g?r(S,""):p("pick.away"),chosen:S,available:g,still:M}}),n=o==="this_device",d=(m,b,g)=>({choice:m,name:b,note:r(g,p("pick.this_device")),chosen:g,available:!0,still:null}),h=m=>i.some(({label:b})=>m.test(b));return h(P)&&h(Q)?[...c,d({source:"this_device",facingMode:"user"},p("pick.front"),n&&a?.facingMode!=="environment"),d({source:"this_device",facingMode:"environment"},p("pick.rear"),a?.facingMode==="environment")]:i.length<2?[...c,d({source:"this_device"},p("call.this_camera"),n)]:[...c,...i.map(m=>d({source:"this_device",device:m},m.label,n&&a?.deviceId===m.deviceId))]}class q extends ${static styles=[w,A];static properties={callAssist:{attribute:!1},call:{attribute:!1},peer:{},kind:{},speaker:{attribute:!1},fullScreen:{attribute:!1}};#e=new j(this,()=>this.callAssist);constructor(){super(),y(this,()=>[v,this.callAssist.snapshot])}firstUpdated(){this.renderRoot.querySelector("section")?.focus()}render(){const{title:e,note:t,content:i}=this.#l();return l`<section
      tabindex="-1"
      role="dialog"
      aria-labelledby="title"
      aria-describedby=${t?"note":u}
      data-sheet=${this.kind}
    >
      <div class="top">
        <div>
          <h3 id="title">${e}</h3>
          ${t?l`<p id="note">${t}</p>`:u}
        </div>
        <button class="ib" data-action="close" aria-label=${s("common.close")} @click=${this.#s}>
          ${f(D)}
        </button>
      </div>
      ${i}
    </section>`}#l(){const e={n:this.peer};switch(this.kind){case"camera":{const t=s(this.call.wanted.video?"pick.camera_on":"pick.camera_off",e);return{title:s("pick.camera"),note:t,content:this.#i()}}case"display":{const t=l`<ca-where
          .callAssist=${this.callAssist}
          .call=${this.call}
          .peer=${this.peer}
          @ca-close=${this.#s}
        ></ca-where>`;return{title:s("tv.where"),note:s("tv.where_note"),content:t}}case"volume":return{title:s("pick.volume"),note:"",content:this.#t()};case"more":return{title:s("call.more"),note:"",content:this.#a()};case"message":{const t=l`<ca-call-message
          .callAssist=${this.callAssist}
          .peer=${this.call.peer}
          @ca-close=${this.#s}
        ></ca-call-message>`;return{title:s("msg.title",e),note:"",content:t}}case"help.microphone":case"help.https":case"help.relay":{const t=[s(`${this.kind}.1`),s(`${this.kind}.2`),s(`${this.kind}.3`)];return{title:s(this.kind),note:"",content:l`<ol>
            ${t.map(i=>l`<li>${i}</li>`)}
          </ol>`}}}}#i(){const{camera:e}=this.call,t=this.callAssist.media(this.call.id)?.preview.value,i=e.state==="on"&&e.path==="device"?t?.getSettings()??null:null,a=X(this.call,this.callAssist.cameras(),this.#e.lists.cameras,i);return l`<div class="grid" role="group" aria-labelledby="title">
      ${a.map(({choice:o,name:r,note:c,chosen:n,available:d,still:h})=>l`<button
            class="opt tile"
            aria-pressed=${n}
            ?disabled=${!d}
            data-camera=${o.source}
            @click=${()=>{this.callAssist.command({type:"set-camera",callId:this.call.id,camera:o,by:"touch"}),this.#s()}}
          >
            <span class="pic">${W(h,o.source==="this_device"?I:R)}</span>
            <span class="t"><b>${r}</b>${c?l`<small>${c}</small>`:u}</span>
          </button>`)}
    </div>`}#t(){const e=Math.round(this.callAssist.snapshot.value.settings.callVolume*100),t=i=>{const a=Math.min(100,Math.max(0,i))/100;this.callAssist.command({type:"set-volume",volume:a,by:"touch"})};return l`<div class="volume">
      <button class="big" data-action="quieter" aria-label=${s("pick.quieter")} @click=${()=>t(e-10)}>
        −
      </button>
      <label
        ><span class="vh">${s("pick.volume")}</span
        ><input
          type="range"
          min="0"
          max="100"
          step="5"
          .value=${String(e)}
          @input=${i=>t(Number(i.target.value))}
      /></label>
      <output class="num"
        >${new Intl.NumberFormat(v.value.language,{style:"percent"}).format(e/100)}</output
      >
      <button class="big" data-action="louder" aria-label=${s("pick.louder")} @click=${()=>t(e+10)}>
        +
      </button>
    </div>`}#a(){const{security:e,microphone:t}=this.call,i=document.fullscreenEnabled,a="setSinkId"in HTMLMediaElement.prototype;return l`<div class="more">
      ${a?this.#o("speaker",s("pick.speaker"),"speakers",this.speaker,o=>this.dispatchEvent(new CustomEvent("ca-speaker",{detail:o}))):u}
      ${this.#o("microphone",s("pick.microphone"),"microphones",t.choice,o=>this.#r(o),t.problem?s(`end.${t.problem}`):"")}
      ${i?l`<button class="opt" data-action="full-screen" @click=${this.#n}>
              ${f(C)}<span class="t"><b>${s(this.fullScreen.on?"pick.full_off":"pick.full")}</b></span>
            </button>`:u}
      ${e?l`<p class="line">
              ${f(Y)}<span
                ><b>${s(`call.lock.${e}`)}</b><br />${s(`pick.lock.${e}`,{n:this.peer})}</span
              >
            </p>`:u}
    </div>`}#o(e,t,i,a,o,r=""){const c=this.#e.lists[i],n=c.findIndex(({deviceId:d})=>d===a?.deviceId);return l`<label class="line pick"
      >${f(e==="speaker"?N:H)}<span class="t"
        ><b>${t}</b>${r?l`<small role="status">${r}</small>`:u}</span
      ><select
        data-pick=${e}
        .value=${O(String(n))}
        @change=${d=>{o(c[Number(d.target.value)]??null)}}
      >
        <option value="-1" ?selected=${n<0}>${s("pick.default")}</option>
        ${c.map((d,h)=>l`<option value=${h} ?selected=${h===n}>${d.label}</option>`)}
      </select></label
    >`}#r(e){this.callAssist.command({type:"set-microphone",callId:this.call.id,microphone:e,by:"touch"});const t=this.callAssist.snapshot.value,{slug:i}=L(t,this.call.station);t.lock.locked||this.callAssist.configureStation({microphone:e},i).catch(()=>{})}#n=()=>{this.fullScreen.on?this.fullScreen.leave():this.fullScreen.enter(),this.#s()};#s=()=>{this.dispatchEvent(new CustomEvent("ca-close"))}}customElements.get("ca-call-sheet")||customElements.define("ca-call-sheet",q);export{q as CaCallSheet};
