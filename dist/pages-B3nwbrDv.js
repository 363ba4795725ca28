import{i as x,h as f,j as m,k as v,w as b,l as c,A as p,m as k,n as w,o as A}from"./app-CzWx-5iH.js";import{t as a}from"./more-Bc7Q4fXT.js";const $=x`
  dialog {
    inline-size: min(640px, 100%);
    max-inline-size: none;
    max-block-size: 100%;
    border: 0;
    border-radius: 32px;
    padding: 24px 32px 32px;
    color: var(--text);
    background: var(--surface);
    box-shadow: 0 24px 80px rgba(0, 0, 0, 0.35);
    overflow: auto;
    outline: 0;
  }
  dialog::backdrop {
    background: rgba(0, 0, 0, 0.58);
  }
  .top {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
    margin-block-end: 16px;
  }
  h2 {
    font-size: 24px;
    font-weight: 500;
    line-height: 1.25;
  }
  h3 {
    font-size: 18px;
    font-weight: 500;
    margin-block: 24px 8px;
  }
  form,
  .stack {
    display: grid;
    gap: 16px;
  }
  .field {
    display: grid;
    gap: 6px;
  }
  .field label {
    font-weight: 500;
  }
  .hint {
    font-size: 14px;
    color: var(--quiet);
  }
  .hint:empty {
    display: none;
  }
  .in[aria-invalid='true'] {
    background: var(--stop-tint);
    box-shadow: inset 0 0 0 2px var(--stop-ink);
  }
  .err {
    color: var(--stop-ink);
    font-weight: 500;
  }
  .seg {
    display: flex;
    flex-wrap: wrap;
    padding: 4px;
    gap: 4px;
    border-radius: 28px;
    background: var(--sunken);
  }
  .seg button {
    flex: 1;
    min-block-size: 48px;
    padding: 0 18px;
    border-radius: 24px;
    font-weight: 500;
    color: var(--quiet);
    text-align: center;
  }
  .seg [aria-selected='true'] {
    background: var(--surface);
    color: var(--text);
    box-shadow: 0 1px 3px rgba(0, 0, 0, 0.18);
  }
  .check {
    display: flex;
    align-items: center;
    gap: 16px;
    min-block-size: 48px;
    font-size: 16px;
    cursor: pointer;
  }
  .check input {
    inline-size: 28px;
    block-size: 28px;
    flex: none;
    accent-color: var(--accent-fill);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    justify-content: flex-end;
  }
  .account {
    display: grid;
    gap: 12px;
    padding: 16px;
    border-radius: 16px;
    background: var(--sunken);
    margin-block-end: 8px;
    overflow-wrap: anywhere;
  }
  .account .in {
    background: var(--surface);
  }
  .account small {
    display: block;
    font-size: 14px;
    color: var(--quiet);
  }
  @media (max-width: 700px) {
    dialog {
      min-block-size: 100%;
      border-radius: 0;
      padding: 16px 20px 24px;
    }
  }
`;class _ extends f{static styles=[m,$];static properties={callAssist:{attribute:!1},sure:{state:!0},verifying:{state:!0},said:{state:!0}};constructor(){super(),this.sure=null,this.verifying=null,this.said=null,v(this,()=>[b,this.callAssist.snapshot])}render(){const{accounts:t,station:e}=this.callAssist.snapshot.value;return c`<div class="stack">
        <div class="field">
          <label for="name">${a("set.name")}</label>
          <input
            class="in"
            id="name"
            maxlength="60"
            .value=${e.name}
            @change=${s=>this.#i({name:s.target.value.trim()})}
          />
        </div>
        ${this.#t(e)} ${this.#e("scriptAnswersWithCamera",a("set.script_camera"),e)}
        ${this.#e("dialAnyone",a("set.dial_anyone"),e)} ${this.#r("station")}
      </div>
      <h3>${a("set.accounts")}</h3>
      ${t.map(s=>this.#s(s))}
      <div class="acts">
        <button class="btn" data-action="add-account" @click=${()=>this.#l("add-account")}>${a("set.add")}</button>
      </div>`}#t({camera:t}){const e=this.callAssist.cameras().filter(({id:r})=>r!=="this_device"),s=t==="this_device"||e.some(({id:r})=>r===t),n=(r,i)=>c`<option value=${r} ?selected=${r===t}>${i}</option>`,o=r=>{this.#i({camera:r.target.value})};return c`<div class="field">
      <label for="camera">${a("set.camera")}</label>
      <select class="in" id="camera" @change=${o}>
        ${n("this_device",a("call.this_camera"))}
        ${s?p:n(t,a("set.camera_gone",{camera:t}))}
        ${e.map(({id:r,name:i,available:l})=>n(r,l?i:a("set.camera_gone",{camera:i})))}
      </select>
    </div>`}#e(t,e,s){const n=o=>{this.#i({[t]:o.target.checked})};return c`<label class="check"
      ><input type="checkbox" name=${t} .checked=${s[t]} @change=${n} />${e}</label
    >`}#s({id:t,address:e,protocolName:s,status:n}){const o=(i,l,u,g)=>c`<button type="button" class="btn ${u}" data-action=${i} data-account=${t} @click=${g}>
        ${l}
      </button>`,r=n.state==="online"?"card.ready":n.state==="signed-out"?"card.signed_out":n.state==="connecting"?"card.connecting":"card.account_away";return c`<div class="account">
      <p><b>${e}</b><small>${s} · ${a(r)}</small></p>
      ${this.sure===t?c`<p role="alert">${a("set.sign_out_sure",{account:e})}</p>
              <div class="acts">
                ${o("cancel",a("common.cancel"),"edge",()=>this.sure=null)}
                ${o("sign-out-confirm",a("set.sign_out"),"stop",()=>this.#o(t))}
              </div>`:this.verifying===t?this.#n(t):c`<div class="acts">
                ${n.state==="signed-out"?o("sign-in-again",a("card.sign_in"),"solid",()=>this.#l("sign-in-again",t)):o("verify",a("set.verify"),"edge",()=>this.verifying=t)}
                ${o("sign-out",a("set.sign_out"),"edge",()=>this.sure=t)}
              </div>`}
      ${this.#r(t)}
    </div>`}#n(t){return c`<form @submit=${async e=>{e.preventDefault();const s=this.renderRoot.querySelector("#key")?.value.trim()??"";s&&await this.#a(t,this.callAssist.verifyAccount(t,s),a("set.verified"),a("set.not_verified")),this.said?.text===a("set.verified")&&(this.verifying=null)}}>
      <div class="field">
        <label for="key">${a("set.key")}</label>
        <input class="in" id="key" type="password" autocomplete="off" aria-describedby="key-hint" />
        <p class="hint" id="key-hint">${a("set.key_help")}</p>
      </div>
      <div class="acts">
        <button type="button" class="btn edge" data-action="cancel" @click=${()=>this.verifying=null}>
          ${a("common.cancel")}
        </button>
        <button class="btn solid" data-action="verify-submit">${a("set.verify")}</button>
      </div>
    </form>`}#r(t){return c`<p class="hint" role="status">${this.said?.at===t?this.said.text:""}</p>`}async#o(t){await this.#a(t,this.callAssist.signOut(t),"",a("setup.other")),this.sure=null}async#i(t){await this.#a("station",this.callAssist.configureStation(t),"",a("set.wrong"));for(const e of this.renderRoot.querySelectorAll(".stack .in, .stack [type=checkbox]")){const{station:s}=this.callAssist.snapshot.value;e.id==="name"?e.value=s.name:e.id==="camera"?e.value=s.camera:e.checked=s[e.name]}}async#a(t,e,s,n){this.said=null;const o=await e.then(()=>s,()=>n);this.said={at:t,text:o}}#l(t,e=null){this.dispatchEvent(new CustomEvent(t,{detail:e}))}}function z(d){return d instanceof Error&&d.name==="SignInError"&&"problem"in d}function q(d,t){return d==="network"?a("setup.network_down"):a(`setup.${d}`,{s:Math.ceil((t??6e4)/1e3)})}class E extends f{static styles=[m,$];static properties={callAssist:{attribute:!1},again:{},protocol:{state:!0},variant:{state:!0},errors:{state:!0},working:{state:!0}};#t=new Map;constructor(){super(),this.again=null,this.protocol="",this.variant="",this.errors={},this.working=!1,v(this,()=>[b])}get#e(){const t=this.callAssist.snapshot.value.accounts.find(({id:i})=>i===this.again),{protocols:e}=this.callAssist,s=t?.protocol??this.protocol,n=e.find(({protocol:i})=>i===s)??e[0],o=n?.accountForm.variants??[],r=o.find(({id:i})=>i===this.variant)??o[0];return{protocol:n?.protocol??"",variants:o,fields:r?.fields??[],variant:r?.id??""}}render(){const{protocol:t,variants:e,fields:s,variant:n}=this.#e,{protocols:o}=this.callAssist,r=(i,l,u,g)=>l.length>1?c`<div class="seg" role="tablist" aria-label=${i}>
            ${l.map(h=>c`<button
                  type="button"
                  role="tab"
                  data-variant=${h.id}
                  aria-selected=${h.id===u}
                  @click=${()=>g(h.id)}
                >
                  ${h.label}
                </button>`)}
          </div>`:p;return c`<form novalidate @submit=${this.#o} @input=${this.#r}>
      ${this.again?p:r(a("setup.network"),o.map(({protocol:i,name:l})=>({id:i,label:l})),t,i=>this.#n(i,""))}
      ${r(a("setup.way"),e,n,i=>this.#n(t,i))}
      ${s.map(i=>this.#s(i))}
      <p class="err" role="alert" ?hidden=${!this.errors[""]}>${this.errors[""]}</p>
      <div class="acts">
        <button class="btn solid" data-action="sign-in-submit" aria-disabled=${this.working}>
          ${a(this.working?"setup.working":"card.sign_in")}
        </button>
      </div>
    </form>`}#s({name:t,type:e,label:s,help:n,required:o,autocomplete:r,placeholder:i}){const l=this.errors[t],u=l??n;return c`<div class="field">
      <label for=${t}>${s}</label>
      <input
        class="in"
        id=${t}
        name=${t}
        type=${e==="url"?"text":e}
        inputmode=${e==="url"?"url":"text"}
        autocomplete=${r??"off"}
        autocapitalize="off"
        spellcheck="false"
        placeholder=${i??p}
        .value=${this.#t.get(t)??""}
        aria-required=${o}
        aria-invalid=${l?"true":"false"}
        aria-describedby=${u?`${t}-hint`:p}
      />
      ${u?c`<p class="hint ${l?"err":""}" id="${t}-hint">${u}</p>`:p}
    </div>`}updated(t){t.has("errors")&&this.renderRoot.querySelector('[aria-invalid="true"]')?.focus()}#n(t,e){this.protocol=t,this.variant=e,this.errors={}}#r=({target:t})=>{t instanceof HTMLInputElement&&this.#t.set(t.name,t.value)};#o=async t=>{if(t.preventDefault(),this.working)return;const{protocol:e,fields:s}=this.#e,n=[...this.renderRoot.querySelectorAll("input")];for(const{name:i,value:l}of n)this.#t.set(i,l);const o=Object.fromEntries(s.map(({name:i,type:l})=>[i,this.#i(i,l)])),r=s.filter(({name:i,required:l})=>l&&!o[i]);if(this.errors=Object.fromEntries(r.map(({name:i})=>[i,a("setup.needed")])),!r.length){this.working=!0;try{await this.callAssist.addAccount(e,o,this.again?{again:this.again}:{}),this.#t.clear(),this.dispatchEvent(new CustomEvent("signed-in"))}catch(i){this.errors=this.#a(i,s)}finally{this.working=!1}}};#i(t,e){const s=this.#t.get(t)??"";return e==="password"?s:s.trim()}#a(t,e){return z(t)?{[e.some(({name:s})=>s===t.field)?t.field??"":""]:q(t.problem,t.retryAfter)}:{"":a("setup.other")}}}class y extends f{static styles=[m,$];static properties={view:{},again:{},callAssist:{attribute:!1}};#t=k();constructor(){super(),v(this,()=>[b])}render(){const t=this.view==="settings"?"card.settings":this.again?"setup.again":"setup.account",e=n=>n.stopPropagation(),s=n=>{this.view="sign-in",this.again=n.detail};return c`<dialog
      tabindex="-1"
      aria-labelledby="title"
      data-page=${this.view}
      @close=${this.#s}
      @keydown=${e}
      @keyup=${e}
      @keypress=${e}
    >
      <div class="top">
        <h2 id="title">${a(t)}</h2>
        <button class="ib" data-action="close" aria-label=${a("common.close")} @click=${this.#e}>
          ${w(A)}
        </button>
      </div>
      ${this.view==="settings"?c`<ca-settings .callAssist=${this.callAssist} @add-account=${s} @sign-in-again=${s}></ca-settings>`:c`<ca-sign-in
              .callAssist=${this.callAssist}
              .again=${this.again}
              @signed-in=${this.#e}
            ></ca-sign-in>`}
    </dialog>`}firstUpdated(){const t=this.renderRoot.querySelector("dialog");t?.showModal(),t?.focus()}#e=()=>this.renderRoot.querySelector("dialog")?.close();#s=()=>{this.remove(),this.#t?.isConnected&&this.#t.focus()}}for(const[d,t]of[["ca-page",y],["ca-settings",_],["ca-sign-in",E]])customElements.get(d)||customElements.define(d,t);function S(d,t,e){document.querySelector("ca-page")?.remove(),document.body.append(Object.assign(document.createElement("ca-page"),{callAssist:d,view:t,again:e}))}export{y as CaPage,S as openPage};
