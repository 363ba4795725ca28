import{d as $,i as g,f as v,w as f,b as c,A as p,m as x}from"./follow-CXILmOiZ.js";import{b as w}from"./styles-vvU9KK_3.js";import{t as n,w as E,f as C}from"./setup-xIpPFBvE.js";import{p as k,d as A,s as q}from"./pages-Biu1WDUk.js";import"./more-D1QN5pac.js";import"./live-BLqYFu5I.js";import"./app-oQJzt6yM.js";import"./station-of-CKuNdvPH.js";const m=4;class S extends ${static styles=[w,k,g`
      .both {
        display: flex;
        flex-wrap: wrap;
        gap: 24px;
        align-items: center;
      }
      svg {
        inline-size: min(100%, 232px);
        border-radius: 16px;
        background: #fff;
      }
      dl {
        display: grid;
        gap: 16px;
        margin: 0;
        flex: 1 1 220px;
        overflow-wrap: anywhere;
      }
      dt {
        font-size: 14px;
        color: var(--quiet);
      }
      dd {
        margin: 0;
        font-weight: 500;
      }
      .code {
        font-size: 32px;
        letter-spacing: 0.08em;
      }
      /* It has the focus so that it is read, not to be used. */
      #lead:focus {
        outline: none;
      }
      .left {
        font-variant-numeric: tabular-nums;
      }
    `];static properties={step:{attribute:!1},code:{state:!0}};now=()=>Date.now();#t;constructor(){super(),this.code=null,v(this,()=>[f])}connectedCallback(){super.connectedCallback(),this.#t=setInterval(()=>this.requestUpdate(),500)}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.#t)}render(){const{address:t,code:s,expiresAt:i}=this.step,o=()=>this.dispatchEvent(new CustomEvent("cancel"));return c`<div class="stack">
      <p id="lead" tabindex="-1">${n("setup.elsewhere")}</p>
      <div class="both">
        ${this.#e()}
        <dl>
          <div>
            <dt>${n("setup.elsewhere.address")}</dt>
            <dd><bdi dir="ltr" data-shown="address">${t}</bdi></dd>
          </div>
          <div>
            <dt>${n("setup.elsewhere.code")}</dt>
            <dd class="code"><bdi dir="ltr" data-shown="code">${s}</bdi></dd>
          </div>
        </dl>
      </div>
      <p class="hint left" role="timer">${n("setup.elsewhere.left",{time:A(i-this.now())})}</p>
      <div class="acts">
        <button type="button" class="btn edge" data-action="sign-in-cancel" @click=${o}>
          ${n("common.cancel")}
        </button>
      </div>
    </div>`}#e(){if(!this.code)return p;const{size:t,path:s}=this.code,i=`${-m} ${-m} ${t+2*m} ${t+2*m}`;return c`<svg viewBox=${i} role="img" aria-label=${n("setup.elsewhere.qr")} shape-rendering="crispEdges">
      ${x`<path fill="#000" d=${s}></path>`}
    </svg>`}firstUpdated(){this.renderRoot.querySelector("#lead")?.focus()}updated(t){t.has("step")&&this.#s(this.step)}async#s({address:t,addressWithCode:s}){this.code=null;const i=await import("./qr-BzdACPN6.js").catch(()=>null);this.code=i?.draw(s??t)??null}}function I(r){return r instanceof Error&&r.name==="SignInError"&&"problem"in r}const z=r=>r instanceof Error&&r.name==="LockedError"&&"problem"in r&&r.problem==="locked",b=r=>f.value.table[r];function M(r,t){return r==="network"?n("setup.network_down"):n(`setup.${r}`,{s:q(Math.ceil((t??6e4)/1e3))})}class R extends ${static styles=[w,k,g`
      p {
        overflow-wrap: anywhere;
      }
    `];static properties={callAssist:{attribute:!1},again:{},protocol:{state:!0},variant:{state:!0},errors:{state:!0},working:{state:!0},step:{state:!0}};#t=new Map;#e=null;constructor(){super(),this.again=null,this.protocol="",this.variant="",this.errors={},this.working=!1,this.step=null,v(this,()=>[f]),customElements.get("ca-sign-in-step")||customElements.define("ca-sign-in-step",S)}disconnectedCallback(){super.disconnectedCallback(),this.step&&this.#e?.abort()}get#s(){const t=this.callAssist.snapshot.value.accounts.find(({id:e})=>e===this.again),{protocols:s}=this.callAssist,i=t?.protocol??this.protocol,o=s.find(({protocol:e})=>e===i)??s[0],d=o?.accountForm.variants??[],l=d.find(({id:e})=>e===this.variant)??d[0];return{protocol:o?.protocol??"",variants:d,fields:l?.fields??[],variant:l?.id??""}}render(){if(this.step){const e=()=>this.#e?.abort();return c`<ca-sign-in-step .step=${this.step} @cancel=${e}></ca-sign-in-step>`}const{protocol:t,variants:s,fields:i,variant:o}=this.#s,{protocols:d}=this.callAssist,l=(e,a,u,y)=>a.length>1?c`<div class="seg" role="tablist" aria-label=${e}>
            ${a.map(h=>c`<button
                  type="button"
                  role="tab"
                  data-variant=${h.id}
                  aria-selected=${h.id===u}
                  @click=${()=>y(h.id)}
                >
                  ${h.label}
                </button>`)}
          </div>`:p;return c`<form novalidate @submit=${this.#d} @input=${this.#l}>
      ${this.again?p:l(n("setup.network"),d.map(({protocol:e,name:a})=>({id:e,label:a})),t,e=>this.#i(e,""))}
      ${this.#a(`form.${t}.about`)}
      ${l(n("setup.way"),s.map(e=>({id:e.id,label:E(t,e)})),o,e=>this.#i(t,e))}
      ${i.map(e=>this.#n(C(t,o,e)))}
      ${this.#o(`form.${t}.${o}`)}
      <p class="err" role="alert" ?hidden=${!this.errors[""]}>${this.errors[""]}</p>
      <div class="acts">
        <button class="btn solid" data-action="sign-in-submit" aria-disabled=${this.working}>
          ${n(this.working?"setup.working":"card.sign_in")}
        </button>
      </div>
    </form>`}#a(t){const s=b(t);return s&&!this.again?c`<p class="hint">${s}</p>`:p}#o(t){const[s,i]=[b(`${t}.about`),b(`${t}.how`)];return s&&i?c`<details>
          <summary>${s}</summary>
          <p class="hint">${i}</p>
        </details>`:p}#n({name:t,type:s,label:i,help:o,required:d,autocomplete:l,placeholder:e}){const a=this.errors[t],u=a??o;return c`<div class="field">
      <label for=${t}>${i}</label>
      <input
        class="in"
        id=${t}
        name=${t}
        type=${s==="url"?"text":s}
        inputmode=${s==="url"?"url":"text"}
        autocomplete=${l??"off"}
        autocapitalize="off"
        spellcheck="false"
        placeholder=${e??p}
        .value=${this.#t.get(t)??""}
        aria-required=${d}
        aria-invalid=${a?"true":"false"}
        aria-describedby=${u?`${t}-hint`:p}
      />
      ${u?c`<p class="hint ${a?"err":""}" id="${t}-hint">${u}</p>`:p}
    </div>`}updated(t){t.has("errors")&&this.renderRoot.querySelector('[aria-invalid="true"]')?.focus()}#i(t,s){this.protocol=t,this.variant=s,this.errors={}}#l=({target:t})=>{t instanceof HTMLInputElement&&this.#t.set(t.name,t.value)};#d=t=>{t.preventDefault(),this.#r()};async#r(){if(this.working)return;const{protocol:t,fields:s}=this.#s,i=[...this.renderRoot.querySelectorAll("input")];for(const{name:e,value:a}of i)this.#t.set(e,a);const o=Object.fromEntries(s.map(({name:e,type:a})=>[e,this.#p(e,a)])),d=s.filter(({name:e,required:a})=>a&&!o[e]);if(this.errors=Object.fromEntries(d.map(({name:e})=>[e,n("setup.needed")])),d.length)return;this.working=!0;const l=new AbortController;this.#e=l;try{await this.callAssist.addAccount(t,o,{...this.again&&{again:this.again},signal:l.signal,onStep:e=>this.step=e}),this.#t.clear(),this.dispatchEvent(new CustomEvent("signed-in"))}catch(e){z(e)?this.#c():l.signal.aborted||(this.errors=this.#u(e,s))}finally{this.working=!1,this.step=null}}#c(){const t=()=>{this.#r()};this.dispatchEvent(new CustomEvent("unlock",{bubbles:!0,composed:!0,detail:t}))}#p(t,s){const i=this.#t.get(t)??"";return s==="password"?i:i.trim()}#u(t,s){return I(t)?{[s.some(({name:i})=>i===t.field)?t.field??"":""]:M(t.problem,t.retryAfter)}:{"":n("setup.other")}}}export{R as CaSignIn};
