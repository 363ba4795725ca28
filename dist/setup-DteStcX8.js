import{i as A,d as C,f as S,w,b as o,A as c,e as b,j as v}from"./follow-CXILmOiZ.js";import{b as E,c as O,s as H,p as P}from"./styles-vvU9KK_3.js";import{t as e}from"./setup-xIpPFBvE.js";import{p as D,b as R,m as k,c as y,l as T}from"./pages-Biu1WDUk.js";import{CaSignIn as F}from"./sign-in-BdMWbY7T.js";import{n as V,v as B}from"./troubles-CzxnInXf.js";import{C as K,a as L,b as N}from"./copy-mANDymgy.js";import{C as $}from"./checks-CoG7E-Pc.js";import{r as X,s as U,c as Y,F as I,f as G,k as J,a as Q,S as f,w as q,b as W,d as Z}from"./progress-DJ2DJfIm.js";import{l as z}from"./live-CTku88e4.js";import{s as tt}from"./station-DPKOD69r.js";import{D as st}from"./devices-BwgnKHvg.js";import"./more-D1QN5pac.js";import"./live-BLqYFu5I.js";import"./app-oQJzt6yM.js";import"./station-of-CKuNdvPH.js";import"./view-BwsWWQp0.js";import"./displays-CZMmEMs6.js";import"./rows-CsW6RFd8.js";import"./server-address-44DUJW6q.js";const et=A`
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
`,it=r=>r instanceof Error&&r.name==="LockedError"&&"problem"in r&&r.problem==="locked";class h extends C{static styles=[E,D,R,et];static properties={callAssist:{attribute:!1}};constructor(){super(),S(this,()=>[w,this.callAssist.snapshot])}get snapshot(){return this.callAssist.snapshot.value}done(t){this.dispatchEvent(new CustomEvent("step-done",{detail:t}))}go(t){this.dispatchEvent(new CustomEvent("go-step",{detail:t}))}async attempt(t,s=()=>{}){try{await t(),s(!0)}catch(i){if(!it(i))return s(!1,i);const a=()=>{this.attempt(t,s)};this.dispatchEvent(new CustomEvent("unlock",{bubbles:!0,composed:!0,detail:a}))}}}const at={online:"account.ready",connecting:"card.connecting",degraded:"card.account_away","signed-out":"card.signed_out"};class nt extends h{static properties={...h.properties,adding:{state:!0},again:{state:!0},sure:{state:!0},verifying:{state:!0},said:{state:!0}};constructor(){super(),this.adding=!1,this.again=null,this.sure=null,this.verifying=null,this.said=null}render(){const{accounts:t}=this.snapshot,s=this.adding||this.again!==null||t.length===0;return o`<p class="lead">${e("setup.account.lead")}</p>
      ${t.map(i=>this.#e(i))}
      ${s?o`<div class="panel">
                <ca-sign-in
                  .callAssist=${this.callAssist}
                  .again=${this.again}
                  @signed-in=${this.#t}
                ></ca-sign-in>
              </div>
              <p class="note"><span class="t">${e("setup.account.safest")}</span></p>`:o`<div class="acts">
              <button class="btn edge" data-action="add-account" @click=${()=>this.adding=!0}>
                ${e("account.add")}
              </button>
            </div>`}`}#t=()=>{this.adding=!1,this.again=null};#e(t){const{id:s,address:i,protocolName:a,status:n}=t,l=V(t);return o`<div class="account" data-account=${s}>
      <p>
        <b><bdi>${i}</bdi></b
        ><small>${a} · ${e(at[n.state])}</small>
      </p>
      ${l?o`<p class="hint">${l}</p>`:c}
      ${this.sure===s?this.#a(t):this.verifying===s?this.#n(t):this.#i(t)}
      <p class="hint" role="status">${this.said?.at===s?this.said.text:""}</p>
    </div>`}#i({id:t,address:s,status:i,verifiable:a}){const n=(l,p,d,m)=>o`<button class="btn ${p}" data-action=${l} aria-label="${d}: ${s}" @click=${m}>
        ${d}
      </button>`;return o`<div class="acts">
      ${i.state==="signed-out"?n("sign-in-again","solid",e("card.sign_in"),()=>this.again=t):a?n("verify","edge",e("account.verify"),()=>this.verifying=t):c}
      ${n("sign-out","edge",e("account.sign_out"),()=>this.sure=t)}
    </div>`}#a({id:t,address:s}){return o`<p role="alert">${e("account.sign_out_sure",{account:s})}</p>
      <div class="acts">
        <button class="btn edge" data-action="cancel" @click=${()=>this.sure=null}>${e("common.cancel")}</button>
        <button class="btn stop" data-action="sign-out-confirm" @click=${()=>{this.#o(t)}}>
          ${e("account.sign_out")}
        </button>
      </div>`}#n({id:t}){return o`<form @submit=${s=>{s.preventDefault();const i=this.renderRoot.querySelector("#key")?.value.trim()??"";i&&this.#s(t,i)}}>
      <div class="field">
        <label for="key">${e("account.key")}</label>
        <input class="in" id="key" type="password" autocomplete="off" aria-describedby="key-hint" />
        <p class="hint" id="key-hint">${e("account.key_help")}</p>
      </div>
      <div class="acts">
        <button type="button" class="btn edge" data-action="cancel" @click=${()=>this.verifying=null}>
          ${e("common.cancel")}
        </button>
        <button class="btn solid" data-action="verify-submit">${e("account.verify")}</button>
      </div>
    </form>`}#s(t,s){return this.said=null,this.attempt(()=>this.callAssist.verifyAccount(t,s),(i,a)=>{this.said={at:t,text:i?e("account.verified"):B(a)},i&&(this.verifying=null)})}#o(t){return this.said=null,this.attempt(()=>this.callAssist.signOut(t),s=>{this.sure=null,s||(this.said={at:t,text:e("setup.other")})})}}function ot({userAgent:r,names:t}){return t.fully!==void 0?"fully":t.externalApp!==void 0?"companion_android":/\b(iPhone|iPad|Macintosh)\b/.test(r)&&/ Home Assistant\/|^Home Assistant\//.test(r)?"companion_ios":/; wv\)/.test(r)?"webview":/\bFirefox\//.test(r)?"firefox":/\bChrom(e|ium)\//.test(r)?/\bAndroid\b/.test(r)?"chrome_android":"chrome":/\bSafari\//.test(r)?"safari":"chrome"}const lt=()=>ot({userAgent:navigator.userAgent,names:window}),rt={ok:y,warn:v,fail:O,skipped:k,waiting:k,running:k};class ct extends h{static properties={...h.properties,results:{state:!0},running:{state:!0},how:{state:!0}};#t=null;constructor(){super(),this.results=new Map,this.running=null,this.how=null}connectedCallback(){super.connectedCallback(),this.results=X(this.callAssist)}disconnectedCallback(){super.disconnectedCallback(),this.#t?.abort(),this.#t=null,this.running=null}render(){const{results:t,running:s}=this,i=s!==null?e("setup.check.progress",{n:$.indexOf(s)+1,all:$.length,name:e(`check.${s}`)}):t.size?U(t.values()):e("setup.check.lead");return o`<div class="head">
        <p class="lead" role="status">${i}</p>
        <button
          class="btn ${t.size?"edge":"solid"}"
          data-action="check"
          aria-disabled=${s!==null}
          @click=${()=>{this.#s()}}
        >
          ${e(s!==null?"check.running":t.size?"setup.check.again":"setup.check.begin")}
        </button>
      </div>
      <progress
        max=${$.length}
        value=${s?$.indexOf(s):0}
        aria-hidden="true"
        ?data-on=${s!==null}
      ></progress>
      <ul class="box">
        ${$.map(a=>this.#e(a))}
      </ul>`}#e(t){const s=this.results.get(t),i=this.running===t,a=i?"running":s?.status??"waiting",n=i?e(t==="microphone"?"check.speak":"check.running"):s?Y(s):e("check.waiting"),l=i?void 0:s?.detail?.percent,p=s?.fix!==void 0&&I[s.fix]==="notifications",d=!i&&(a==="warn"||a==="fail"||p);return o`<li class="line" data-check=${t} data-status=${a}>
      <span class="state ${a}" role="img" aria-label=${e(`check.status.${a}`)}
        >${b(rt[a])}</span
      >
      <span class="t"
        ><b>${e(`check.${t}`)}</b
        ><small
          >${n}
          ${typeof l=="number"?o`<meter min="0" max="100" value=${l} aria-label=${e("station.level")}></meter>`:c}</small
        ></span
      >
      ${d&&s?this.#i(s):c}
    </li>`}#i(t){const{id:s,fix:i,copy:a}=t,n=e(`check.${s}`),l=i?I[i]:"none",p=this.how===s,d=(m,x,u,g)=>o`<button
        class="btn ${x}"
        data-action=${m}
        aria-label="${n}: ${u}"
        aria-expanded=${m==="how"?String(p):c}
        aria-disabled=${this.running!==null}
        @click=${g}
      >
        ${u}
      </button>`;return o`<span class="acts">
        ${l==="how"?d("how","edge",e("check.how"),()=>this.how=p?null:s):c}
        ${l==="sound"?d("allow-sound","solid",e("card.sound_do"),()=>this.#a()):c}
        ${l==="notifications"?d("allow-notifications","solid",e("check.allow"),()=>{this.#n()}):c}
        ${l==="station"?d("station","edge",e("step.station"),()=>this.go("station")):c}
        ${l==="sound"||l==="notifications"?c:d("try","edge",e("common.try"),()=>{this.#s(s)})}
      </span>
      ${i?o`<div class="fix">
              <p>${G(i)}</p>
              ${p?o`<p role="status">${e(`how.${lt()}`)}</p>`:c}
              ${a?o`<ca-copy .text=${a} .label=${n}></ca-copy>`:c}
            </div>`:c}`}#a(){this.callAssist.allowSound(),this.#s("sound")}async#n(){await Notification.requestPermission(),await this.#s("notifications")}async#s(t){if(this.#t)return;const s=this.#t=new AbortController,{signal:i}=s,{callAssist:a}=this;try{await a.checks({...t&&{only:t},signal:i,onBegin:n=>{i.aborted||(this.running=n)},onResult:n=>{i.aborted||(this.results=J(a,n))}})}finally{if(this.#t===s){this.#t=null,this.running=null;const n=$.every(l=>this.results.has(l));this.done(n&&![...this.results.values()].some(({status:l})=>l==="fail"))}}}}class pt extends h{static properties={...h.properties,rows:{state:!0},admin:{state:!0},state:{state:!0}};constructor(){super(),this.rows=[],this.admin=null,this.state="looking"}connectedCallback(){super.connectedCallback(),this.#a()}get#t(){return this.rows.filter(({exists:t})=>!t)}render(){const{rows:t,admin:s,state:i}=this,a=this.#t.length,n=this.callAssist.helpersYaml(),l=t.some(({problem:d})=>d!==null),p=i==="looking"?e("helpers.looking"):i==="creating"?e("helpers.creating"):i==="away"?e("helpers.away"):l?e("helpers.some"):a===0?e("helpers.all"):"";return o`<p class="lead">${e("setup.helpers.lead")}</p>
      <div class="head">
        <p role="status">${p}</p>
        ${this.#e(a)}
      </div>
      ${t.length?o`<ul class="box">
              ${t.map(d=>this.#i(d))}
            </ul>`:c}
      ${s===!1&&a>0?o`<p class="note warn">
              ${b(v)}<span class="t"><b>${e("helpers.not_admin")}</b>${e("helpers.not_admin_text")}</span>
            </p>`:c}
      ${n!==""&&(a>0||i==="away")?o`<details ?open=${s===!1}>
              <summary>${e("helpers.yaml")}</summary>
              <ca-copy .text=${n} .word=${e("helpers.yaml_copy")} .label=${e("helpers.yaml")}></ca-copy>
            </details>`:c}`}#e(t){const{admin:s,state:i}=this;if(i==="away"||i==="ready"&&s===null)return o`<button class="btn edge" data-action="try" @click=${()=>{this.#a()}}>
        ${e("common.try")}
      </button>`;if(i==="looking"||!s||t===0)return c;const a=new Intl.PluralRules(w.value.language).select(t)==="one";return o`<button
      class="btn solid"
      data-action="create"
      aria-disabled=${i==="creating"}
      @click=${()=>{this.#n()}}
    >
      ${e(i==="creating"?"helpers.creating":a?"helpers.create_one":"helpers.create_n",{count:t})}
    </button>`}#i({key:t,entityId:s,exists:i,disabled:a,created:n,problem:l}){const p=l??(a?"disabled":null),d=p?"warn":i?"ok":"todo",m=p?"":e(n?"helper.created":i?"helper.exists":"helper.missing");return o`<li class="line" data-helper=${t} data-status=${d}>
      <span class="state ${d}">${b(p?v:i?y:k)}</span>
      <span class="t"
        ><b>${e(`helper.${t}`)}</b
        ><small><code>${s}</code>${m?` · ${m}`:c}</small
        >${p?o`<small>${e(`helper.problem.${p}`)}</small>`:c}</span
      >
    </li>`}async#a(){this.state="looking";try{const[t,s]=await Promise.all([this.callAssist.stationHelpers(),this.callAssist.isAdmin()]);this.rows=t.map(i=>({...i,created:!1,problem:null})),this.admin=s,this.#s()}catch{this.state="away"}}async#n(){this.state!=="creating"&&(this.state="creating",await this.attempt(async()=>{const t=await this.callAssist.createHelpers();if(!t.ok){t.refused==="not_admin"&&(this.admin=!1),this.state=t.refused==="not_admin"?"ready":"away";return}this.rows=t.helpers.map(dt),this.#s()},t=>{t||(this.state="away")}),this.state==="creating"&&(this.state="ready"))}#s(){this.state="ready",this.done(this.rows.length>0&&this.rows.every(({exists:t,disabled:s})=>t&&!s))}}function dt({key:r,entityId:t,outcome:s,problem:i="refused"}){const a=s==="failed";return{key:r,entityId:t,exists:!a||i==="disabled",disabled:a&&i==="disabled",created:s==="created",problem:a?i:null}}const ut=A`
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
    li {
      flex: none;
      inline-size: 52px;
    }
    li:has(.now) {
      flex: 1;
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
`,ht=["microphone_denied","microphone_missing","microphone_in_use","insecure_page"],mt=["not_found","unavailable","not_supported","denied","in_use","insecure_page","timeout"];function gt(r){const t=r instanceof Error&&"problem"in r?String(r.problem):"";return mt.includes(t)?t:"failed"}function bt(r){const t=r instanceof Error&&"reason"in r?r.reason:null;return ht.find(s=>s===t)??"microphone_in_use"}async function ft(r,t,s,i){const a=n=>{s.aborted||i(n)};a({state:"opening"});try{const n=await r.previewCamera(t,s);a({state:"on",camera:n}),await n.lost,a({state:"failed",problem:"lost"})}catch(n){a({state:"failed",problem:gt(n)})}}async function $t(r,t,s,i){const a=n=>{s.aborted||i(n)};try{const n=p=>a({state:"on",peak:p}),{ended:l}=await r.followMicrophone(t,{signal:s,onLevel:n});await l,a({state:"failed",problem:"lost"})}catch(n){a({state:"failed",problem:bt(n)})}}const xt={microphones:"microphone",cameras:"deviceCamera"};class vt extends h{static properties={...h.properties,made:{attribute:!1},picture:{state:!0},listening:{state:!0},wrong:{state:!0}};#t=new st(this,()=>this.callAssist);#e=null;#i=null;constructor(){super(),this.made=!1,this.picture={state:"off"},this.listening={state:"off"},this.wrong=!1}disconnectedCallback(){super.disconnectedCallback(),this.#c(),this.#r()}render(){const{station:t}=this.snapshot;return o`<p class="lead">${e("setup.station.lead")}</p>
      <div class="two">
        <div class="field">
          <label for="name">${e("station.name")}</label>
          <input
            class="in"
            id="name"
            dir="auto"
            maxlength="60"
            autocomplete="off"
            aria-describedby="name-hint"
            .value=${z(t.name)}
            @change=${s=>{this.#p(s.target.value.trim())}}
          />
          <p class="hint" id="name-hint">${e("station.name_help")}</p>
        </div>
      </div>
      <div class="panel"><ca-display .callAssist=${this.callAssist}></ca-display></div>
      ${this.#a(t)} ${this.#n(t)}
      <div class="two">
        ${this.#o("microphones",e("station.microphone"),t)}
        ${t.camera==="this_device"?this.#o("cameras",e("station.which_camera"),t):c}
      </div>
      ${this.#d()}
      <p class="err" role="alert" ?hidden=${!this.wrong}>${this.wrong?e("station.wrong"):""}</p>`}#a({camera:t}){const s=this.callAssist.cameras().filter(({id:n})=>n!=="this_device"),i=t!=="this_device"&&!s.some(({id:n})=>n===t),a=(n,l,p)=>o`<label class="cam">
        <b>${l}</b><small>${p}</small
        ><input
          type="radio"
          name="camera"
          value=${n}
          .checked=${z(n===t)}
          @change=${()=>this.#l({camera:n})}
        />
      </label>`;return o`<fieldset class="cams">
      <legend>${e("station.camera")}</legend>
      ${i?a(t,t,e("station.unavailable")):c}
      ${s.map(({id:n,name:l,available:p})=>a(n,l,e(p?"station.of_home_assistant":"station.unavailable")))}
      ${a("this_device",e("call.this_camera"),e("station.this_device"))}
    </fieldset>`}#n({camera:t,deviceCamera:s}){const{picture:i}=this,a=i.state==="opening"||i.state==="on";return o`<div class="look">
      <div class="view">
        ${i.state==="on"?o`<video
                class=${i.camera.source==="this_device"?"mirror":""}
                muted
                playsinline
                aria-label=${e("call.self_label")}
              ></video>`:o`<span>${this.#s()}</span>`}
      </div>
      <div class="t">
        <p role="status">${i.state==="off"?"":this.#s(t)}</p>
        <button
          class="btn edge"
          data-action=${a?"stop-looking":"look"}
          @click=${()=>a?this.#c():this.#u({camera:t,deviceCamera:s})}
        >
          ${e(a?"station.preview_stop":i.state==="failed"?"common.try":"station.preview")}
        </button>
      </div>
    </div>`}#s(t){const{picture:s}=this;switch(s.state){case"off":return e("station.preview_off");case"opening":return e("station.preview_opening");case"failed":return e(`camera.${s.problem}`);case"on":{const{source:i,path:a}=s.camera,n=a==="hls"?e("station.preview_late"):"",l=t!==void 0&&i!==t?e("station.preview_instead"):"";return`${e("station.preview_on")} ${l} ${n}`.trim()}default:return s}}#o(t,s,i){const a=xt[t],n=i[a],l=this.#t.lists[t],p=l.find(({deviceId:u})=>u===n?.deviceId)??l.find(({label:u})=>u===n?.label),d=n?p?.deviceId??n.deviceId:"",m=u=>{const g=u.target.value,_=l.find(({deviceId:M})=>M===g);(g===""||_)&&this.#l({[a]:_?{deviceId:g,label:_.label}:null})},x=(u,g)=>o`<option value=${u} ?selected=${u===d}>${g}</option>`;return o`<div class="field">
      <label for=${a}>${s}</label>
      <select
        class="in"
        id=${a}
        .value=${z(d)}
        @change=${m}
        aria-describedby=${a==="microphone"?"mic-hint":c}
      >
        ${x("",e("station.browser_choice"))}
        ${n&&!p?x(n.deviceId,e("station.gone",{device:n.label})):c}
        ${l.map(({deviceId:u,label:g})=>x(u,g))}
      </select>
      ${a==="microphone"?o`<p class="hint" id="mic-hint">${e("station.microphone_help")}</p>`:c}
    </div>`}#d(){const{listening:t}=this,s=t.state==="on",i=t.state==="failed"?e(`mic.${t.problem}`):s?e(t.peak===null?"station.level_unknown":"station.speak"):"",a=s&&t.peak!==null?Math.round(Math.sqrt(Math.min(1,t.peak))*100):0;return o`<div class="look">
      <button
        class="btn edge"
        data-action=${s?"stop-listening":"listen"}
        @click=${()=>s?this.#r():this.#h()}
      >
        ${e(s?"station.listen_stop":"station.listen")}
      </button>
      <div class="t">
        <meter class="level" min="0" max="100" value=${a} aria-label=${e("station.level")} ?hidden=${!s}></meter>
        <p role="status">${i}</p>
      </div>
    </div>`}updated(t){if(!t.has("picture")||this.picture.state!=="on")return;const s=this.renderRoot.querySelector("video");s&&(s.srcObject=new MediaStream([this.picture.camera.track]),s.play().catch(()=>{}))}#u(t){this.#c();const{signal:s}=this.#e=new AbortController;ft(this.callAssist,t,s,i=>{this.picture=i,i.state==="on"&&this.#t.look()})}#c(){this.#e?.abort(),this.#e=null,this.picture={state:"off"}}#h(){this.#r();const{signal:t}=this.#i=new AbortController;let s=!0;$t(this.callAssist,this.snapshot.station.microphone,t,i=>{this.listening=i,s&&this.#t.look(),s=!1})}#r(){this.#i?.abort(),this.#i=null,this.listening={state:"off"}}async#p(t){const s=this.made?await this.callAssist.stationHelpers().catch(()=>null):[],i=s!==null&&!s.some(({exists:a})=>a);this.#l(i&&t!==""?{name:t,slug:tt(t)}:{name:t})}#l(t){const s=this.#e!==null&&("camera"in t||"deviceCamera"in t),i=this.#i!==null&&"microphone"in t;s&&this.#c(),i&&this.#r(),this.wrong=!1,this.attempt(()=>this.callAssist.configureStation(t),a=>{if(this.wrong=!a,this.requestUpdate(),!this.isConnected)return;const{camera:n,deviceCamera:l}=this.snapshot.station;s&&this.#u({camera:n,deviceCamera:l}),i&&this.#h()})}}class kt extends h{static properties={...h.properties,missing:{attribute:!1},working:{state:!0},said:{state:!0}};constructor(){super(),this.missing=[],this.working=!1,this.said=""}render(){const t=this.missing;return o`<div class="finish">
        <span class="art ${t.length?"warn":""}">${b(t.length?v:y)}</span>
        <p>${e("setup.done.lead")}</p>
        <div class="acts">
          ${this.#t("simulate","solid",H,e("setup.test"),()=>this.#i())}
          ${this.#t("test-call","",P,e("setup.test_call"),()=>this.#a())}
        </div>
        <p>${e("setup.test_call.text")}</p>
        <p class="err" role="alert" ?hidden=${this.said===""}>${this.said}</p>
      </div>
      ${t.length?o`<h4 class="cap">${e("setup.done.missing")}</h4>
              <ul class="box">
                ${t.map(s=>o`<li class="line">
                      <span class="t"><b>${e(`step.${s}`)}</b><small>${e(`step.${s}.without`)}</small></span>
                      <button
                        class="btn edge"
                        data-action="go"
                        data-step=${s}
                        aria-label="${e("card.open")}: ${e(`step.${s}`)}"
                        @click=${()=>this.go(s)}
                      >
                        ${e("card.open")}
                      </button>
                    </li>`)}
              </ul>`:c}
      <h4 class="cap">${e("setup.next")}</h4>
      <ul class="box">
        ${["people","kiosk","automations"].map(s=>o`<li class="line">
              <span class="t"><b>${e(`setup.next.${s}`)}</b><small>${e(`setup.next.${s}_text`)}</small></span>
            </li>`)}
      </ul>`}#t(t,s,i,a,n){return o`<button
      class="btn big ${s}"
      data-action=${t}
      aria-disabled=${this.working}
      @click=${()=>{this.#e(n)}}
    >
      ${b(i)}${a}
    </button>`}async#e(t){this.working||(this.working=!0,this.said="",this.said=await t().catch(()=>e("setup.other")),this.working=!1,this.said===""&&this.done(!0))}async#i(){return await this.callAssist.simulateCall({video:!0,name:e("setup.test.name")}),""}async#a(){const t=await this.callAssist.testCall({video:!0,name:e("setup.test.name")});if(t.ok)return"";const{table:s}=w.value;return s[`refused.${t.reason}`]??s[`end.${t.reason}`]??e("setup.other")}}class j extends C{static styles=[E,ut];static properties={callAssist:{attribute:!1},detail:{attribute:!1},progress:{state:!0},skipping:{state:!0}};store=()=>localStorage;constructor(){super(),this.detail=null,this.progress={step:"device",done:[],skipped:[]},this.skipping=!1,S(this,()=>[w,this.callAssist.snapshot])}connectedCallback(){super.connectedCallback();const t=Q(this.store),s=f.find(i=>i===this.detail);this.progress=s?{...t,step:s}:t}render(){const{step:t}=this.progress;return o`<nav aria-label=${e("setup.steps")}>
        <ol>
          ${f.map((s,i)=>this.#t(s,i+1))}
        </ol>
        <p class="stays">${e("setup.stays")}</p>
      </nav>
      <section aria-labelledby="step">
        <h3 id="step" tabindex="-1">
          <span class="vh">${e("setup.step_of",{n:f.indexOf(t)+1,all:f.length})}: </span
          >${this.#e(t)}
        </h3>
        ${this.#i()} ${this.#a(t)}
      </section>
      ${this.#n(t)}`}#t(t,s){const i=t===this.progress.step,a=this.#o(t),n=!a&&this.progress.skipped.includes(t),l=a?e("step.state.done"):n?e("step.state.skipped"):"";return o`<li>
      <button
        class=${i?"now":a?"done":n?"skipped":""}
        data-step=${t}
        aria-current=${i?"step":c}
        @click=${()=>{this.#p(t)}}
      >
        <span class="n">${a&&!i?b(y):n&&!i?b(k):s}</span
        ><span class="l">${e(`step.${t}`)}</span>${l?o`<span class="vh">, ${l}</span>`:c}
      </button>
    </li>`}#e(t){switch(t){case"device":return e("setup.check");case"account":return e("setup.account");case"station":return e("setup.station");case"helpers":return e("setup.helpers");case"try":return this.#s.length?e("setup.done.almost"):e("setup.done",{station:this.callAssist.snapshot.value.station.name});default:return t}}#i(){const{lock:t,problems:s}=this.callAssist.snapshot.value,i=()=>{this.dispatchEvent(new CustomEvent("unlock",{bubbles:!0,composed:!0,detail:()=>{}}))};return o`${s.map(a=>a.kind==="storage"?o`<p class="note bad" role="alert">
            ${b(v)}<span class="t"
              ><b>${e(`storage.${a.problem}.title`)}</b>${e(`storage.${a.problem}`)}</span
            >
          </p>`:c)}${t.locked?o`<p class="note">
            ${b(T)}<span class="t"><b>${e("setup.locked")}</b>${e("setup.locked_text")}</span
            ><button class="btn solid" data-action="unlock" @click=${i}>${e("setup.unlock")}</button>
          </p>`:c}`}#a(t){const{callAssist:s}=this,i=n=>this.#d(t,n.detail),a=n=>{this.#p(n.detail)};switch(t){case"device":return o`<ca-setup-device .callAssist=${s} @step-done=${i} @go-step=${a}></ca-setup-device>`;case"account":return o`<ca-setup-account .callAssist=${s}></ca-setup-account>`;case"station":return o`<ca-setup-station .callAssist=${s} .made=${this.#o(t)}></ca-setup-station>`;case"helpers":return o`<ca-setup-helpers .callAssist=${s} @step-done=${i}></ca-setup-helpers>`;case"try":return o`<ca-setup-try
          .callAssist=${s}
          .missing=${this.#s}
          @step-done=${i}
          @go-step=${a}
        ></ca-setup-try>`;default:return t}}#n(t){const s=f.indexOf(t),i=!this.#o(t)&&t!=="station"&&t!=="try",a=(n,l,p,d)=>o`<button class="btn ${l}" data-action=${n} @click=${d}>${p}</button>`;return this.skipping&&i?o`<footer>
        <p class="why" role="alert">${e(`step.${t}.without`)}</p>
        ${a("stay","edge",e("setup.stay"),()=>this.skipping=!1)}
        ${a("skip-sure","solid",e("setup.skip_sure"),()=>this.#u())}
      </footer>`:o`<footer>
      ${s>0?a("back","",e("setup.back"),()=>{this.#p(f[s-1]??"device")}):c}
      <span class="sp"></span>
      ${t==="try"?a("finish","edge",e("setup.finish"),()=>this.#m()):i?a("skip","edge",e("setup.skip"),()=>this.skipping=!0):a("continue","solid",e("setup.continue"),()=>this.#c())}
    </footer>`}get#s(){return f.filter(t=>t!=="try"&&!this.#o(t))}#o(t){return t==="account"?this.callAssist.snapshot.value.accounts.length>0:this.progress.done.includes(t)}#d(t,s){const i=s?q:Z;this.#l({...this.progress,done:i(this.progress.done,t)})}#u(){const{step:t,skipped:s}=this.progress;this.#l({...this.progress,skipped:q(s,t)}),this.#r()}#c(){this.progress.step==="station"&&this.#h(),this.#r()}async#h(){const{name:t}=this.callAssist.snapshot.value.station;await this.callAssist.configureStation({name:t}).then(()=>this.#d("station",!0),()=>{})}#r(){return this.#p(f[f.indexOf(this.progress.step)+1]??"try")}async#p(t){this.skipping=!1,this.#l({...this.progress,step:t}),await this.updateComplete,this.renderRoot.querySelector("#step")?.focus({preventScroll:!0}),this.scrollIntoView({block:"start"})}#l(t){this.progress=t,W(this.store,t)}#m(){this.#l({...this.progress,step:"device"});for(const t of["done","leave"])this.dispatchEvent(new CustomEvent(t))}}for(const[r,t]of[["ca-copy",K],["ca-display",L],["ca-sign-in",F],["ca-setup-device",ct],["ca-setup-account",nt],["ca-setup-station",vt],["ca-setup-helpers",pt],["ca-setup-try",kt],["ca-setup",j],["ca-tv-view",N]])customElements.get(r)||customElements.define(r,t);export{j as CaSetup};
