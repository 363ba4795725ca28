import{n as _,o as z,q as A,w as v,u as o,A as c,s as b,y as w}from"./app-Y0z-pJrJ.js";import{b as C,c as M,s as j,a as O}from"./live-COBrK9xO.js";import{t as s}from"./setup-BPqFui-p.js";import{p as R,b as H,m as k,c as y,l as D}from"./pages-CXwiQy5o.js";import{CaSignIn as P}from"./sign-in-jnscfpSw.js";import{C as x}from"./checks-BTQWW2JF.js";import{r as T,s as L,c as F,f as V,k as B,F as K,a as X,S as f,w as E,b as N,d as U}from"./progress-8o__cPo5.js";import{l as S}from"./live-iogHi4ow.js";import{s as Y}from"./station-DmSqsUp9.js";import"./more-C15upvYQ.js";const G=_`
  :host {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    align-content: start;
    overflow-wrap: anywhere;
  }
  ul,
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  ul.box,
  .box {
    margin: 0;
    padding: 6px 20px;
  }
  .box + .box {
    margin-block-start: 0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 8px 16px;
  }
  .lead {
    flex: 1 1 260px;
    font-size: 18px;
    color: var(--quiet);
  }
  progress {
    appearance: none;
    margin-block: -8px;
    inline-size: 100%;
    block-size: 6px;
    border: 0;
    border-radius: 3px;
    overflow: hidden;
    background: none;
  }
  progress[data-on] {
    background: var(--sunken);
  }
  progress::-webkit-progress-bar {
    background: none;
  }
  progress::-webkit-progress-value {
    border-radius: 3px;
    background: var(--accent-fill);
  }
  progress::-moz-progress-bar {
    background: var(--accent-fill);
  }
  .line .acts {
    justify-content: flex-start;
  }
  .state.running {
    background: var(--accent-tint);
    color: var(--accent-ink);
  }
  .fix {
    flex: 1 0 100%;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 10px;
    padding-inline-start: 52px;
    font-size: 15px;
    color: var(--quiet);
  }
  meter {
    inline-size: 120px;
    block-size: 8px;
    vertical-align: middle;
    margin-inline-start: 4px;
  }
  meter::-webkit-meter-bar {
    block-size: 100%;
    border: 0;
    border-radius: 7px;
    background: var(--sunken);
  }
  meter::-webkit-meter-optimum-value {
    border-radius: 7px;
    background: var(--accent-fill);
  }
  .account {
    background: var(--surface);
    box-shadow: inset 0 0 0 1px var(--line);
    border-radius: 20px;
    margin: 0;
  }
  .account .in {
    background: var(--sunken);
  }
  .panel {
    background: var(--surface);
    box-shadow: inset 0 0 0 1px var(--line);
    border-radius: 20px;
    padding: 20px;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
  }
  .two {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(260px, 100%), 1fr));
    gap: 16px 20px;
    align-items: start;
  }
  .cams {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(200px, 100%), 1fr));
    gap: 12px;
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  legend {
    padding: 0;
    margin-block-end: 8px;
    font-weight: 500;
  }
  .cam {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 2px 12px;
    min-block-size: 72px;
    padding: 12px 16px;
    border-radius: 20px;
    background: var(--surface);
    box-shadow: inset 0 0 0 1.5px var(--line);
    cursor: pointer;
  }
  .cam:has(:checked) {
    box-shadow: inset 0 0 0 3px var(--accent-fill);
  }
  .cam:has(:focus-visible) {
    outline: 3px solid var(--accent-ink);
    outline-offset: 3px;
  }
  .cam input {
    grid-row: 1 / 3;
    grid-column: 2;
    inline-size: 26px;
    block-size: 26px;
    margin: 0;
    appearance: none;
    border-radius: 50%;
    box-shadow: inset 0 0 0 2px var(--quiet);
    outline: 0;
  }
  .cam :checked {
    box-shadow: inset 0 0 0 8px var(--accent-fill);
  }
  .cam small {
    font-size: 14px;
    color: var(--quiet);
  }
  .view {
    position: relative;
    display: grid;
    place-items: center;
    inline-size: min(100%, 420px);
    aspect-ratio: 16 / 9;
    padding: 16px;
    border-radius: 20px;
    overflow: hidden;
    background: #0d1013;
    color: #fff;
    text-align: center;
  }
  .view video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
  }
  .view .mirror {
    transform: scaleX(-1);
  }
  .look {
    display: flex;
    flex-wrap: wrap;
    gap: 12px 20px;
    align-items: center;
  }
  .look > .t {
    flex: 1 1 200px;
    display: grid;
    gap: 12px;
    justify-items: start;
  }
  .static {
    display: flex;
    align-items: center;
    min-block-size: 56px;
    padding: 0 16px;
    border-radius: 16px;
    background: var(--sunken);
    font-size: 18px;
  }
  .level {
    inline-size: 100%;
    max-inline-size: 320px;
    block-size: 14px;
    margin: 0;
  }
  .finish {
    display: grid;
    justify-items: center;
    gap: 12px;
    padding-block: 16px;
    text-align: center;
  }
  .finish .art {
    display: grid;
    place-items: center;
    inline-size: 88px;
    block-size: 88px;
    border-radius: 50%;
    --i: 46px;
    background: var(--go-tint);
    color: var(--go-ink);
  }
  .finish .art.warn {
    background: var(--warn-tint);
    color: var(--warn-ink);
  }
  .finish p {
    font-size: 18px;
    color: var(--quiet);
    max-inline-size: 52ch;
  }
  .finish .acts {
    justify-content: center;
    gap: 16px;
    margin-block-start: 8px;
  }
  .big {
    min-block-size: 72px;
    padding: 10px 28px;
    border-radius: 26px;
    font-size: 18px;
  }
  details summary {
    min-block-size: 48px;
    display: flex;
    align-items: center;
    font-weight: 500;
    color: var(--accent-ink);
    cursor: pointer;
  }
  code {
    font-family: 'Roboto Mono', 'DejaVu Sans Mono', ui-monospace, monospace;
    font-size: 14px;
    unicode-bidi: isolate;
    direction: ltr;
  }
  @media (max-width: 600px) {
    ul.box,
    .box {
      padding-inline: 14px;
    }
    .fix {
      padding-inline-start: 0;
    }
    .finish .acts {
      inline-size: 100%;
    }
    .finish .acts .big {
      flex: 1 1 100%;
    }
  }
`,J=r=>r instanceof Error&&r.name==="LockedError"&&"problem"in r&&r.problem==="locked";class m extends z{static styles=[C,R,H,G];static properties={callAssist:{attribute:!1}};constructor(){super(),A(this,()=>[v,this.callAssist.snapshot])}get snapshot(){return this.callAssist.snapshot.value}done(t){this.dispatchEvent(new CustomEvent("step-done",{detail:t}))}go(t){this.dispatchEvent(new CustomEvent("go-step",{detail:t}))}async attempt(t,e=()=>{}){try{await t(),e(!0)}catch(i){if(!J(i))return e(!1);const a=()=>{this.attempt(t,e)};this.dispatchEvent(new CustomEvent("unlock",{bubbles:!0,composed:!0,detail:a}))}}}const Q={online:"account.ready",connecting:"card.connecting",degraded:"card.account_away","signed-out":"card.signed_out"};class W extends m{static properties={...m.properties,adding:{state:!0},again:{state:!0},sure:{state:!0},verifying:{state:!0},said:{state:!0}};constructor(){super(),this.adding=!1,this.again=null,this.sure=null,this.verifying=null,this.said=null}render(){const{accounts:t}=this.snapshot,e=this.adding||this.again!==null||t.length===0;return o`<p class="lead">${s("setup.account.lead")}</p>
      ${t.map(i=>this.#e(i))}
      ${e?o`<div class="panel">
                <ca-sign-in
                  .callAssist=${this.callAssist}
                  .again=${this.again}
                  @signed-in=${this.#t}
                ></ca-sign-in>
              </div>
              <p class="note"><span class="t">${s("setup.account.safest")}</span></p>`:o`<div class="acts">
              <button class="btn edge" data-action="add-account" @click=${()=>this.adding=!0}>
                ${s("account.add")}
              </button>
            </div>`}`}#t=()=>{this.adding=!1,this.again=null};#e(t){const{id:e,address:i,protocolName:a,status:n}=t;return o`<div class="account" data-account=${e}>
      <p>
        <b><bdi>${i}</bdi></b
        ><small>${a} · ${s(Q[n.state])}</small>
      </p>
      ${n.state==="online"&&n.notice==="no_relay"?o`<p class="hint">${s("account.no_relay")}</p>`:c}
      ${this.sure===e?this.#s(t):this.verifying===e?this.#i(t):this.#a(t)}
      <p class="hint" role="status">${this.said?.at===e?this.said.text:""}</p>
    </div>`}#a({id:t,address:e,status:i,verifiable:a}){const n=(l,p,d,h)=>o`<button class="btn ${p}" data-action=${l} aria-label="${d}: ${e}" @click=${h}>
        ${d}
      </button>`;return o`<div class="acts">
      ${i.state==="signed-out"?n("sign-in-again","solid",s("card.sign_in"),()=>this.again=t):a?n("verify","edge",s("account.verify"),()=>this.verifying=t):c}
      ${n("sign-out","edge",s("account.sign_out"),()=>this.sure=t)}
    </div>`}#s({id:t,address:e}){return o`<p role="alert">${s("account.sign_out_sure",{account:e})}</p>
      <div class="acts">
        <button class="btn edge" data-action="cancel" @click=${()=>this.sure=null}>${s("common.cancel")}</button>
        <button class="btn stop" data-action="sign-out-confirm" @click=${()=>{this.#r(t)}}>
          ${s("account.sign_out")}
        </button>
      </div>`}#i({id:t}){return o`<form @submit=${e=>{e.preventDefault();const i=this.renderRoot.querySelector("#key")?.value.trim()??"";i&&this.#n(t,i)}}>
      <div class="field">
        <label for="key">${s("account.key")}</label>
        <input class="in" id="key" type="password" autocomplete="off" aria-describedby="key-hint" />
        <p class="hint" id="key-hint">${s("account.key_help")}</p>
      </div>
      <div class="acts">
        <button type="button" class="btn edge" data-action="cancel" @click=${()=>this.verifying=null}>
          ${s("common.cancel")}
        </button>
        <button class="btn solid" data-action="verify-submit">${s("account.verify")}</button>
      </div>
    </form>`}#n(t,e){return this.said=null,this.attempt(()=>this.callAssist.verifyAccount(t,e),i=>{this.said={at:t,text:s(i?"account.verified":"account.not_verified")},i&&(this.verifying=null)})}#r(t){return this.said=null,this.attempt(()=>this.callAssist.signOut(t),e=>{this.sure=null,e||(this.said={at:t,text:s("setup.other")})})}}class Z extends z{static styles=[C,_`
      :host {
        display: grid;
        gap: 8px;
        justify-items: start;
        min-inline-size: 0;
      }
      pre {
        inline-size: 100%;
        max-block-size: 260px;
        margin: 0;
        padding: 14px 18px;
        border-radius: 16px;
        background: var(--sunken);
        font:
          400 14px/1.5 'Roboto Mono',
          'DejaVu Sans Mono',
          ui-monospace,
          monospace;
        white-space: pre;
        overflow: auto;
        direction: ltr;
        text-align: start;
        user-select: text;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 12px;
      }
    `];static properties={text:{},word:{},label:{},said:{state:!0}};constructor(){super(),this.text="",this.word="",this.label="",this.said="nothing",A(this,()=>[v])}render(){return o`<pre tabindex="0" role="textbox" aria-readonly="true" aria-multiline="true" aria-label=${this.label}>
${this.text}</pre>
      <span class="row"
        ><button type="button" class="btn edge" data-action="copy" @click=${this.#t}>
          ${this.word||s("setup.copy")}
        </button>
        <span role="status"
          >${this.said==="nothing"?c:s(this.said==="copied"?"setup.copied":"setup.copy_by_hand")}</span
        ></span
      >`}#t=async()=>{try{const{clipboard:t}=navigator;if(!t)throw new Error("no clipboard");await t.writeText(this.text),this.said="copied"}catch{const t=this.renderRoot.querySelector("pre");t&&getSelection()?.selectAllChildren(t),this.said="by-hand"}}}function tt({userAgent:r,names:t}){return t.fully!==void 0?"fully":t.externalApp!==void 0?"companion_android":/\b(iPhone|iPad|Macintosh)\b/.test(r)&&/ Home Assistant\/|^Home Assistant\//.test(r)?"companion_ios":/; wv\)/.test(r)?"webview":/\bFirefox\//.test(r)?"firefox":/\bChrom(e|ium)\//.test(r)?/\bAndroid\b/.test(r)?"chrome_android":"chrome":/\bSafari\//.test(r)?"safari":"chrome"}const et=()=>tt({userAgent:navigator.userAgent,names:window}),st={ok:y,warn:w,fail:M,skipped:k,waiting:k,running:k};class it extends m{static properties={...m.properties,results:{state:!0},running:{state:!0},how:{state:!0}};#t=null;constructor(){super(),this.results=new Map,this.running=null,this.how=null}connectedCallback(){super.connectedCallback(),this.results=T(this.callAssist)}disconnectedCallback(){super.disconnectedCallback(),this.#t?.abort(),this.#t=null,this.running=null}render(){const{results:t,running:e}=this,i=e!==null?s("setup.check.progress",{n:x.indexOf(e)+1,all:x.length,name:s(`check.${e}`)}):t.size?L(t.values()):s("setup.check.lead");return o`<div class="head">
        <p class="lead" role="status">${i}</p>
        <button
          class="btn ${t.size?"edge":"solid"}"
          data-action="check"
          aria-disabled=${e!==null}
          @click=${()=>{this.#i()}}
        >
          ${s(e!==null?"check.running":t.size?"setup.check.again":"setup.check.begin")}
        </button>
      </div>
      <progress
        max=${x.length}
        value=${e?x.indexOf(e):0}
        aria-hidden="true"
        ?data-on=${e!==null}
      ></progress>
      <ul class="box">
        ${x.map(a=>this.#e(a))}
      </ul>`}#e(t){const e=this.results.get(t),i=this.running===t,a=i?"running":e?.status??"waiting",n=i?s(t==="microphone"?"check.speak":"check.running"):e?F(e):s("check.waiting"),l=i?void 0:e?.detail?.percent,p=!i&&(a==="warn"||a==="fail");return o`<li class="line" data-check=${t} data-status=${a}>
      <span class="state ${a}" role="img" aria-label=${s(`check.status.${a}`)}
        >${b(st[a])}</span
      >
      <span class="t"
        ><b>${s(`check.${t}`)}</b
        ><small
          >${n}
          ${typeof l=="number"?o`<meter min="0" max="100" value=${l} aria-label=${s("station.level")}></meter>`:c}</small
        ></span
      >
      ${p&&e?this.#a(e):c}
    </li>`}#a(t){const{id:e,fix:i,copy:a}=t,n=s(`check.${e}`),l=i?K[i]:"none",p=this.how===e,d=(h,u,g,$)=>o`<button
        class="btn ${u}"
        data-action=${h}
        aria-label="${n}: ${g}"
        aria-expanded=${h==="how"?String(p):c}
        aria-disabled=${this.running!==null}
        @click=${$}
      >
        ${g}
      </button>`;return o`<span class="acts">
        ${l==="how"?d("how","edge",s("check.how"),()=>this.how=p?null:e):c}
        ${l==="sound"?d("allow-sound","solid",s("card.sound_do"),()=>this.#s()):c}
        ${l==="station"?d("station","edge",s("step.station"),()=>this.go("station")):c}
        ${l==="sound"?c:d("try","edge",s("common.try"),()=>{this.#i(e)})}
      </span>
      ${i?o`<div class="fix">
              <p>${V(i)}</p>
              ${p?o`<p role="status">${s(`how.${et()}`)}</p>`:c}
              ${a?o`<ca-copy .text=${a} .label=${n}></ca-copy>`:c}
            </div>`:c}`}#s(){this.callAssist.allowSound(),this.#i("sound")}async#i(t){if(this.#t)return;const e=this.#t=new AbortController,{signal:i}=e,{callAssist:a}=this;try{await a.checks({...t&&{only:t},signal:i,onBegin:n=>{i.aborted||(this.running=n)},onResult:n=>{i.aborted||(this.results=B(a,n))}})}finally{if(this.#t===e){this.#t=null,this.running=null;const n=x.every(l=>this.results.has(l));this.done(n&&![...this.results.values()].some(({status:l})=>l==="fail"))}}}}class at extends m{static properties={...m.properties,rows:{state:!0},admin:{state:!0},state:{state:!0}};constructor(){super(),this.rows=[],this.admin=null,this.state="looking"}connectedCallback(){super.connectedCallback(),this.#s()}get#t(){return this.rows.filter(({exists:t})=>!t)}render(){const{rows:t,admin:e,state:i}=this,a=this.#t.length,n=this.callAssist.helpersYaml(),l=t.some(({problem:d})=>d!==null),p=i==="looking"?s("helpers.looking"):i==="creating"?s("helpers.creating"):i==="away"?s("helpers.away"):l?s("helpers.some"):a===0?s("helpers.all"):"";return o`<p class="lead">${s("setup.helpers.lead")}</p>
      <div class="head">
        <p role="status">${p}</p>
        ${this.#e(a)}
      </div>
      ${t.length?o`<ul class="box">
              ${t.map(d=>this.#a(d))}
            </ul>`:c}
      ${e===!1&&a>0?o`<p class="note warn">
              ${b(w)}<span class="t"><b>${s("helpers.not_admin")}</b>${s("helpers.not_admin_text")}</span>
            </p>`:c}
      ${n!==""&&(a>0||i==="away")?o`<details ?open=${e===!1}>
              <summary>${s("helpers.yaml")}</summary>
              <ca-copy .text=${n} .word=${s("helpers.yaml_copy")} .label=${s("helpers.yaml")}></ca-copy>
            </details>`:c}`}#e(t){const{admin:e,state:i}=this;if(i==="away"||i==="ready"&&e===null)return o`<button class="btn edge" data-action="try" @click=${()=>{this.#s()}}>
        ${s("common.try")}
      </button>`;if(i==="looking"||!e||t===0)return c;const a=new Intl.PluralRules(v.value.language).select(t)==="one";return o`<button
      class="btn solid"
      data-action="create"
      aria-disabled=${i==="creating"}
      @click=${()=>{this.#i()}}
    >
      ${s(i==="creating"?"helpers.creating":a?"helpers.create_one":"helpers.create_n",{count:t})}
    </button>`}#a({key:t,entityId:e,exists:i,disabled:a,created:n,problem:l}){const p=l??(a?"disabled":null),d=p?"warn":i?"ok":"todo",h=p?"":s(n?"helper.created":i?"helper.exists":"helper.missing");return o`<li class="line" data-helper=${t} data-status=${d}>
      <span class="state ${d}">${b(p?w:i?y:k)}</span>
      <span class="t"
        ><b>${s(`helper.${t}`)}</b
        ><small><code>${e}</code>${h?` · ${h}`:c}</small
        >${p?o`<small>${s(`helper.problem.${p}`)}</small>`:c}</span
      >
    </li>`}async#s(){this.state="looking";try{const[t,e]=await Promise.all([this.callAssist.stationHelpers(),this.callAssist.isAdmin()]);this.rows=t.map(i=>({...i,created:!1,problem:null})),this.admin=e,this.#n()}catch{this.state="away"}}async#i(){this.state!=="creating"&&(this.state="creating",await this.attempt(async()=>{const t=await this.callAssist.createHelpers();if(!t.ok){t.refused==="not_admin"&&(this.admin=!1),this.state=t.refused==="not_admin"?"ready":"away";return}this.rows=t.helpers.map(nt),this.#n()},t=>{t||(this.state="away")}),this.state==="creating"&&(this.state="ready"))}#n(){this.state="ready",this.done(this.rows.length>0&&this.rows.every(({exists:t,disabled:e})=>t&&!e))}}function nt({key:r,entityId:t,outcome:e,problem:i="refused"}){const a=e==="failed";return{key:r,entityId:t,exists:!a||i==="disabled",disabled:a&&i==="disabled",created:e==="created",problem:a?i:null}}const ot=_`
  :host {
    display: grid;
    grid-template: 'steps' auto 'step' 1fr 'foot' auto / minmax(0, 1fr);
    gap: 16px 24px;
    min-block-size: 100%;
    scroll-margin-block-start: 100px;
  }
  nav {
    grid-area: steps;
  }
  ol {
    display: flex;
    gap: 4px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    flex: 1 1 48px;
    min-inline-size: 0;
  }
  li:has(.now) {
    flex-grow: 3;
  }
  nav button {
    position: relative;
    inline-size: 100%;
    min-block-size: 52px;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 10px;
    padding: 4px;
    border-radius: 18px;
    font-size: 17px;
    line-height: 1.2;
    text-align: start;
    color: var(--quiet);
  }
  .n {
    inline-size: 34px;
    block-size: 34px;
    flex: none;
    display: grid;
    place-items: center;
    border-radius: 50%;
    font-size: 16px;
    font-weight: 500;
    --i: 20px;
    box-shadow: inset 0 0 0 2px var(--line);
  }
  .done .n {
    background: var(--go-tint);
    color: var(--go-ink);
    box-shadow: none;
  }
  .now {
    background: var(--accent-tint);
    color: var(--text);
    font-weight: 500;
  }
  .now .n {
    background: var(--accent-fill);
    color: #fff;
    box-shadow: none;
  }
  .l {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .stays {
    display: none;
    font-size: 15px;
    color: var(--quiet);
  }
  section {
    grid-area: step;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 16px;
    align-content: start;
    min-inline-size: 0;
  }
  h3 {
    font-size: 28px;
    font-weight: 500;
    line-height: 1.2;
    overflow-wrap: anywhere;
  }
  h3:focus-visible {
    border-radius: 4px;
  }
  footer {
    grid-area: foot;
    position: sticky;
    inset-block-end: 0;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 8px 12px;
    min-block-size: 80px;
    padding-block: 12px;
    background: var(--bg);
    /* Below it is the padding of what scrolls. */
    box-shadow: 0 40px 0 var(--bg);
  }
  footer .btn {
    min-block-size: 56px;
    padding-inline: 28px;
    font-size: 18px;
  }
  footer .sp {
    flex: 1;
  }
  .why {
    flex: 1 1 260px;
    overflow-wrap: anywhere;
  }
  @media (min-width: 901px) {
    :host {
      grid-template: 'steps step' 1fr 'steps foot' auto / 264px minmax(0, 1fr);
    }
    nav {
      position: sticky;
      inset-block-start: 0;
      align-self: start;
      display: grid;
      gap: 24px;
    }
    ol {
      flex-direction: column;
    }
    li {
      flex: none;
    }
    nav button {
      min-block-size: 60px;
      justify-content: flex-start;
      gap: 14px;
      padding-inline: 12px;
      font-size: 18px;
    }
    .stays {
      display: block;
      padding: 0 12px;
    }
    h3 {
      font-size: 32px;
    }
  }
  @media (max-width: 900px) {
    nav button:not(.now) .l {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
  }
  @media (max-width: 600px) {
    h3 {
      font-size: 24px;
    }
    ol {
      gap: 0;
    }
    li:has(.now) {
      flex-grow: 4;
    }
    nav button {
      font-size: 16px;
      gap: 8px;
    }
    footer .btn {
      flex: 1 1 auto;
      padding-inline: 16px;
    }
    footer .sp {
      display: none;
    }
  }
`,rt=["microphone_denied","microphone_missing","microphone_in_use","insecure_page"],lt=["not_found","unavailable","not_supported","denied","in_use","insecure_page","timeout"];function ct(r){const t=r instanceof Error&&"problem"in r?String(r.problem):"";return lt.includes(t)?t:"failed"}function pt(r){const t=r instanceof Error&&"reason"in r?r.reason:null;return rt.find(e=>e===t)??"microphone_in_use"}async function dt({previewCamera:r},t,e,i){const a=n=>{e.aborted||i(n)};a({state:"opening"});try{const n=await r(t,e);a({state:"on",camera:n}),await n.lost,a({state:"failed",problem:"lost"})}catch(n){a({state:"failed",problem:ct(n)})}}async function ut({followMicrophone:r},t,e,i){const a=n=>{e.aborted||i(n)};try{const n=p=>a({state:"on",peak:p}),{ended:l}=await r(t,{signal:e,onLevel:n});await l,a({state:"failed",problem:"lost"})}catch(n){a({state:"failed",problem:pt(n)})}}class ht extends m{static properties={...m.properties,found:{state:!0},picture:{state:!0},listening:{state:!0},wrong:{state:!0}};devices=navigator.mediaDevices;#t=null;#e=null;constructor(){super(),this.found=[],this.picture={state:"off"},this.listening={state:"off"},this.wrong=!1}connectedCallback(){super.connectedCallback(),this.devices?.addEventListener("devicechange",this.#u),this.#o()}disconnectedCallback(){super.disconnectedCallback(),this.devices?.removeEventListener("devicechange",this.#u),this.#l(),this.#c()}render(){const{station:t}=this.snapshot;return o`<p class="lead">${s("setup.station.lead")}</p>
      <div class="two">
        <div class="field">
          <label for="name">${s("station.name")}</label>
          <input
            class="in"
            id="name"
            dir="auto"
            maxlength="60"
            autocomplete="off"
            aria-describedby="name-hint"
            .value=${S(t.name)}
            @change=${e=>{this.#p(e.target.value.trim())}}
          />
          <p class="hint" id="name-hint">${s("station.name_help")}</p>
        </div>
        <div class="field">
          <b>${s("station.display")}</b>
          <p class="static">${s("station.this_screen")}</p>
        </div>
      </div>
      ${this.#a(t)} ${this.#s(t)}
      <div class="two">
        ${this.#n("audioinput","microphone",s("station.microphone"),t.microphone)}
        ${t.camera==="this_device"?this.#n("videoinput","deviceCamera",s("station.which_camera"),t.deviceCamera):c}
      </div>
      ${this.#r()}
      <p class="err" role="alert" ?hidden=${!this.wrong}>${this.wrong?s("station.wrong"):""}</p>`}#a({camera:t}){const e=this.callAssist.cameras().filter(({id:n})=>n!=="this_device"),i=t!=="this_device"&&!e.some(({id:n})=>n===t),a=(n,l,p)=>o`<label class="cam">
        <b>${l}</b><small>${p}</small
        ><input
          type="radio"
          name="camera"
          value=${n}
          .checked=${S(n===t)}
          @change=${()=>this.#h({camera:n})}
        />
      </label>`;return o`<fieldset class="cams">
      <legend>${s("station.camera")}</legend>
      ${i?a(t,t,s("station.unavailable")):c}
      ${e.map(({id:n,name:l,available:p})=>a(n,l,s(p?"station.of_home_assistant":"station.unavailable")))}
      ${a("this_device",s("call.this_camera"),s("station.this_device"))}
    </fieldset>`}#s({camera:t,deviceCamera:e}){const{callAssist:i,picture:a}=this;if(!i.previewCamera)return c;const n=a.state==="opening"||a.state==="on";return o`<div class="look">
      <div class="view">
        ${a.state==="on"?o`<video
                class=${a.camera.source==="this_device"?"mirror":""}
                muted
                playsinline
                aria-label=${s("call.self_label")}
              ></video>`:o`<span>${this.#i()}</span>`}
      </div>
      <div class="t">
        <p role="status">${a.state==="off"?"":this.#i(t)}</p>
        <button
          class="btn edge"
          data-action=${n?"stop-looking":"look"}
          @click=${()=>n?this.#l():this.#d({camera:t,deviceCamera:e})}
        >
          ${s(n?"station.preview_stop":a.state==="failed"?"common.try":"station.preview")}
        </button>
      </div>
    </div>`}#i(t){const{picture:e}=this;switch(e.state){case"off":return s("station.preview_off");case"opening":return s("station.preview_opening");case"failed":return s(`camera.${e.problem}`);case"on":{const{source:i,path:a}=e.camera,n=a==="hls"?s("station.preview_late"):"",l=t!==void 0&&i!==t?s("station.preview_instead"):"";return`${s("station.preview_on")} ${l} ${n}`.trim()}default:return e}}#n(t,e,i,a){const n=this.found.filter(u=>u.kind===t&&u.deviceId!==""&&u.label!==""),l=n.find(({deviceId:u})=>u===a?.deviceId)??n.find(({label:u})=>u===a?.label),p=a?l?.deviceId??a.deviceId:"",d=u=>{const g=u.target.value,$=n.find(({deviceId:q})=>q===g);(g===""||$)&&this.#h({[e]:$?{deviceId:g,label:$.label}:null})},h=(u,g)=>o`<option value=${u} ?selected=${u===p}>${g}</option>`;return o`<div class="field">
      <label for=${e}>${i}</label>
      <select
        class="in"
        id=${e}
        .value=${S(p)}
        @change=${d}
        aria-describedby=${t==="audioinput"?"mic-hint":c}
      >
        ${h("",s("station.browser_choice"))}
        ${a&&!l?h(a.deviceId,s("station.gone",{device:a.label})):c}
        ${n.map(({deviceId:u,label:g})=>h(u,g))}
      </select>
      ${t==="audioinput"?o`<p class="hint" id="mic-hint">${s("station.microphone_help")}</p>`:c}
    </div>`}#r(){const{callAssist:t,listening:e}=this;if(!t.followMicrophone)return c;const i=e.state==="on",a=e.state==="failed"?s(`mic.${e.problem}`):i?s(e.peak===null?"station.level_unknown":"station.speak"):"",n=i&&e.peak!==null?Math.round(Math.sqrt(Math.min(1,e.peak))*100):0;return o`<div class="look">
      <button
        class="btn edge"
        data-action=${i?"stop-listening":"listen"}
        @click=${()=>i?this.#c():this.#g()}
      >
        ${s(i?"station.listen_stop":"station.listen")}
      </button>
      <div class="t">
        <meter class="level" min="0" max="100" value=${n} aria-label=${s("station.level")} ?hidden=${!i}></meter>
        <p role="status">${a}</p>
      </div>
    </div>`}updated(t){if(!t.has("picture")||this.picture.state!=="on")return;const e=this.renderRoot.querySelector("video");e&&(e.srcObject=new MediaStream([this.picture.camera.track]),e.play().catch(()=>{}))}#d(t){this.#l();const{callAssist:e}=this,i=e.previewCamera?.bind(e);if(!i)return;const{signal:a}=this.#t=new AbortController;dt({previewCamera:i},t,a,n=>{this.picture=n,n.state==="on"&&this.#o()})}#l(){this.#t?.abort(),this.#t=null,this.picture={state:"off"}}#g(){this.#c();const{callAssist:t}=this,e=t.followMicrophone?.bind(t);if(!e)return;const{signal:i}=this.#e=new AbortController;let a=!0;ut({followMicrophone:e},this.snapshot.station.microphone,i,n=>{this.listening=n,a&&this.#o(),a=!1})}#c(){this.#e?.abort(),this.#e=null,this.listening={state:"off"}}#u=()=>{this.#o()};async#o(){this.found=await this.devices?.enumerateDevices().catch(()=>[])??[]}async#p(t){const e=await this.callAssist.stationHelpers().catch(()=>null),i=e!==null&&!e.some(({exists:a})=>a);this.#h(i&&t!==""?{name:t,slug:Y(t)}:{name:t})}#h(t){const e=this.#t!==null&&("camera"in t||"deviceCamera"in t),i=this.#e!==null&&"microphone"in t;e&&this.#l(),i&&this.#c(),this.wrong=!1,this.attempt(()=>this.callAssist.configureStation(t),a=>{if(this.wrong=!a,this.requestUpdate(),!this.isConnected)return;const{camera:n,deviceCamera:l}=this.snapshot.station;e&&this.#d({camera:n,deviceCamera:l}),i&&this.#g()})}}class gt extends m{static properties={...m.properties,missing:{attribute:!1},working:{state:!0},said:{state:!0}};constructor(){super(),this.missing=[],this.working=!1,this.said=""}render(){const t=this.missing;return o`<div class="finish">
        <span class="art ${t.length?"warn":""}">${b(t.length?w:y)}</span>
        <p>${s("setup.done.lead")}</p>
        <div class="acts">
          ${this.#t("simulate","solid",j,s("setup.test"),()=>this.#a())}
          ${this.#t("test-call","",O,s("setup.test_call"),()=>this.#s())}
        </div>
        <p>${s("setup.test_call.text")}</p>
        <p class="err" role="alert" ?hidden=${this.said===""}>${this.said}</p>
      </div>
      ${t.length?o`<h4 class="cap">${s("setup.done.missing")}</h4>
              <ul class="box">
                ${t.map(e=>o`<li class="line">
                      <span class="t"><b>${s(`step.${e}`)}</b><small>${s(`step.${e}.without`)}</small></span>
                      <button
                        class="btn edge"
                        data-action="go"
                        data-step=${e}
                        aria-label="${s("card.open")}: ${s(`step.${e}`)}"
                        @click=${()=>this.go(e)}
                      >
                        ${s("card.open")}
                      </button>
                    </li>`)}
              </ul>`:c}
      <h4 class="cap">${s("setup.next")}</h4>
      <ul class="box">
        ${["people","kiosk","automations"].map(e=>o`<li class="line">
              <span class="t"><b>${s(`setup.next.${e}`)}</b><small>${s(`setup.next.${e}_text`)}</small></span>
            </li>`)}
      </ul>`}#t(t,e,i,a,n){return o`<button
      class="btn big ${e}"
      data-action=${t}
      aria-disabled=${this.working}
      @click=${()=>{this.#e(n)}}
    >
      ${b(i)}${a}
    </button>`}async#e(t){this.working||(this.working=!0,this.said="",this.said=await t().catch(()=>s("setup.other")),this.working=!1,this.said===""&&this.done(!0))}async#a(){return await this.callAssist.simulateCall({video:!0,name:s("setup.test.name")}),""}async#s(){const t=await this.callAssist.testCall({video:!0,name:s("setup.test.name")});if(t.ok)return"";const{table:e}=v.value;return e[`refused.${t.reason}`]??e[`end.${t.reason}`]??s("setup.other")}}class I extends z{static styles=[C,ot];static properties={callAssist:{attribute:!1},detail:{attribute:!1},progress:{state:!0},skipping:{state:!0}};store=()=>localStorage;constructor(){super(),this.detail=null,this.progress={step:"device",done:[],skipped:[]},this.skipping=!1,A(this,()=>[v,this.callAssist.snapshot])}connectedCallback(){super.connectedCallback();const t=X(this.store),e=f.find(i=>i===this.detail);this.progress=e?{...t,step:e}:t}render(){const{step:t}=this.progress;return o`<nav aria-label=${s("setup.steps")}>
        <ol>
          ${f.map((e,i)=>this.#t(e,i+1))}
        </ol>
        <p class="stays">${s("setup.stays")}</p>
      </nav>
      <section aria-labelledby="step">
        <h3 id="step" tabindex="-1">
          <span class="vh">${s("setup.step_of",{n:f.indexOf(t)+1,all:f.length})}: </span
          >${this.#e(t)}
        </h3>
        ${this.#a()} ${this.#s(t)}
      </section>
      ${this.#i(t)}`}#t(t,e){const i=t===this.progress.step,a=this.#r(t),n=!a&&this.progress.skipped.includes(t),l=a?s("step.state.done"):n?s("step.state.skipped"):"";return o`<li>
      <button
        class=${i?"now":a?"done":n?"skipped":""}
        data-step=${t}
        aria-current=${i?"step":c}
        @click=${()=>{this.#o(t)}}
      >
        <span class="n">${a&&!i?b(y):n&&!i?b(k):e}</span
        ><span class="l">${s(`step.${t}`)}</span>${l?o`<span class="vh">, ${l}</span>`:c}
      </button>
    </li>`}#e(t){switch(t){case"device":return s("setup.check");case"account":return s("setup.account");case"station":return s("setup.station");case"helpers":return s("setup.helpers");case"try":return this.#n.length?s("setup.done.almost"):s("setup.done",{station:this.callAssist.snapshot.value.station.name});default:return t}}#a(){const{lock:t,problems:e}=this.callAssist.snapshot.value,i=()=>{this.dispatchEvent(new CustomEvent("unlock",{bubbles:!0,composed:!0,detail:()=>{}}))};return o`${e.map(a=>a.kind==="storage"?o`<p class="note bad" role="alert">
            ${b(w)}<span class="t"><b>${s("storage.title")}</b>${s(`storage.${a.problem}`)}</span>
          </p>`:c)}${t.locked?o`<p class="note">
            ${b(D)}<span class="t"><b>${s("setup.locked")}</b>${s("setup.locked_text")}</span
            ><button class="btn solid" data-action="unlock" @click=${i}>${s("setup.unlock")}</button>
          </p>`:c}`}#s(t){const{callAssist:e}=this,i=n=>this.#d(t,n.detail),a=n=>{this.#o(n.detail)};switch(t){case"device":return o`<ca-setup-device .callAssist=${e} @step-done=${i} @go-step=${a}></ca-setup-device>`;case"account":return o`<ca-setup-account .callAssist=${e}></ca-setup-account>`;case"station":return o`<ca-setup-station .callAssist=${e}></ca-setup-station>`;case"helpers":return o`<ca-setup-helpers .callAssist=${e} @step-done=${i}></ca-setup-helpers>`;case"try":return o`<ca-setup-try
          .callAssist=${e}
          .missing=${this.#n}
          @step-done=${i}
          @go-step=${a}
        ></ca-setup-try>`;default:return t}}#i(t){const e=f.indexOf(t),i=!this.#r(t)&&t!=="station"&&t!=="try",a=(n,l,p,d)=>o`<button class="btn ${l}" data-action=${n} @click=${d}>${p}</button>`;return this.skipping&&i?o`<footer>
        <p class="why" role="alert">${s(`step.${t}.without`)}</p>
        ${a("stay","edge",s("setup.stay"),()=>this.skipping=!1)}
        ${a("skip-sure","solid",s("setup.skip_sure"),()=>this.#l())}
      </footer>`:o`<footer>
      ${e>0?a("back","",s("setup.back"),()=>{this.#o(f[e-1]??"device")}):c}
      <span class="sp"></span>
      ${t==="try"?a("finish","edge",s("setup.finish"),()=>this.#h()):i?a("skip","edge",s("setup.skip"),()=>this.skipping=!0):a("continue","solid",s("setup.continue"),()=>this.#g())}
    </footer>`}get#n(){return f.filter(t=>t!=="try"&&!this.#r(t))}#r(t){return t==="account"?this.callAssist.snapshot.value.accounts.length>0:this.progress.done.includes(t)}#d(t,e){const i=e?E:U;this.#p({...this.progress,done:i(this.progress.done,t)})}#l(){const{step:t,skipped:e}=this.progress;this.#p({...this.progress,skipped:E(e,t)}),this.#u()}#g(){this.progress.step==="station"&&this.#c(),this.#u()}async#c(){const{name:t}=this.callAssist.snapshot.value.station;await this.callAssist.configureStation({name:t}).then(()=>this.#d("station",!0),()=>{})}#u(){return this.#o(f[f.indexOf(this.progress.step)+1]??"try")}async#o(t){this.skipping=!1,this.#p({...this.progress,step:t}),await this.updateComplete,this.renderRoot.querySelector("#step")?.focus({preventScroll:!0}),this.scrollIntoView({block:"start"})}#p(t){this.progress=t,N(this.store,t)}#h(){this.#p({...this.progress,step:"device"});for(const t of["done","leave"])this.dispatchEvent(new CustomEvent(t))}}for(const[r,t]of[["ca-copy",Z],["ca-sign-in",P],["ca-setup-device",it],["ca-setup-account",W],["ca-setup-station",ht],["ca-setup-helpers",at],["ca-setup-try",gt],["ca-setup",I]])customElements.get(r)||customElements.define(r,t);export{I as CaSetup};
