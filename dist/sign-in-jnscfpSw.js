import{o as b,n as g,q as v,w as f,A as c,u as p}from"./app-Y0z-pJrJ.js";import{b as w}from"./live-COBrK9xO.js";import{t as u,w as y,f as k}from"./setup-BPqFui-p.js";import{p as A}from"./pages-CXwiQy5o.js";import"./more-C15upvYQ.js";function E(a){return a instanceof Error&&a.name==="SignInError"&&"problem"in a}const q=a=>a instanceof Error&&a.name==="LockedError"&&"problem"in a&&a.problem==="locked",m=a=>f.value.table[a];function x(a,t){return a==="network"?u("setup.network_down"):u(`setup.${a}`,{s:Math.ceil((t??6e4)/1e3)})}class S extends b{static styles=[w,A,g`
      summary {
        display: flex;
        align-items: center;
        min-block-size: 48px;
        font-weight: 500;
        color: var(--accent-ink);
        cursor: pointer;
      }
      p {
        overflow-wrap: anywhere;
      }
    `];static properties={callAssist:{attribute:!1},again:{},protocol:{state:!0},variant:{state:!0},errors:{state:!0},working:{state:!0}};#t=new Map;constructor(){super(),this.again=null,this.protocol="",this.variant="",this.errors={},this.working=!1,v(this,()=>[f])}get#s(){const t=this.callAssist.snapshot.value.accounts.find(({id:s})=>s===this.again),{protocols:e}=this.callAssist,r=t?.protocol??this.protocol,o=e.find(({protocol:s})=>s===r)??e[0],n=o?.accountForm.variants??[],i=n.find(({id:s})=>s===this.variant)??n[0];return{protocol:o?.protocol??"",variants:n,fields:i?.fields??[],variant:i?.id??""}}render(){const{protocol:t,variants:e,fields:r,variant:o}=this.#s,{protocols:n}=this.callAssist,i=(s,l,d,$)=>l.length>1?p`<div class="seg" role="tablist" aria-label=${s}>
            ${l.map(h=>p`<button
                  type="button"
                  role="tab"
                  data-variant=${h.id}
                  aria-selected=${h.id===d}
                  @click=${()=>$(h.id)}
                >
                  ${h.label}
                </button>`)}
          </div>`:c;return p`<form novalidate @submit=${this.#l} @input=${this.#n}>
      ${this.again?c:i(u("setup.network"),n.map(({protocol:s,name:l})=>({id:s,label:l})),t,s=>this.#e(s,""))}
      ${this.#r(`form.${t}.about`)}
      ${i(u("setup.way"),e.map(s=>({id:s.id,label:y(t,s)})),o,s=>this.#e(t,s))}
      ${r.map(s=>this.#o(k(t,o,s)))}
      ${this.#a(`form.${t}.${o}`)}
      <p class="err" role="alert" ?hidden=${!this.errors[""]}>${this.errors[""]}</p>
      <div class="acts">
        <button class="btn solid" data-action="sign-in-submit" aria-disabled=${this.working}>
          ${u(this.working?"setup.working":"card.sign_in")}
        </button>
      </div>
    </form>`}#r(t){const e=m(t);return e&&!this.again?p`<p class="hint">${e}</p>`:c}#a(t){const[e,r]=[m(`${t}.about`),m(`${t}.how`)];return e&&r?p`<details>
          <summary>${e}</summary>
          <p class="hint">${r}</p>
        </details>`:c}#o({name:t,type:e,label:r,help:o,required:n,autocomplete:i,placeholder:s}){const l=this.errors[t],d=l??o;return p`<div class="field">
      <label for=${t}>${r}</label>
      <input
        class="in"
        id=${t}
        name=${t}
        type=${e==="url"?"text":e}
        inputmode=${e==="url"?"url":"text"}
        autocomplete=${i??"off"}
        autocapitalize="off"
        spellcheck="false"
        placeholder=${s??c}
        .value=${this.#t.get(t)??""}
        aria-required=${n}
        aria-invalid=${l?"true":"false"}
        aria-describedby=${d?`${t}-hint`:c}
      />
      ${d?p`<p class="hint ${l?"err":""}" id="${t}-hint">${d}</p>`:c}
    </div>`}updated(t){t.has("errors")&&this.renderRoot.querySelector('[aria-invalid="true"]')?.focus()}#e(t,e){this.protocol=t,this.variant=e,this.errors={}}#n=({target:t})=>{t instanceof HTMLInputElement&&this.#t.set(t.name,t.value)};#l=t=>{t.preventDefault(),this.#i()};async#i(){if(this.working)return;const{protocol:t,fields:e}=this.#s,r=[...this.renderRoot.querySelectorAll("input")];for(const{name:i,value:s}of r)this.#t.set(i,s);const o=Object.fromEntries(e.map(({name:i,type:s})=>[i,this.#p(i,s)])),n=e.filter(({name:i,required:s})=>s&&!o[i]);if(this.errors=Object.fromEntries(n.map(({name:i})=>[i,u("setup.needed")])),!n.length){this.working=!0;try{await this.callAssist.addAccount(t,o,this.again?{again:this.again}:{}),this.#t.clear(),this.dispatchEvent(new CustomEvent("signed-in"))}catch(i){q(i)?this.#c():this.errors=this.#u(i,e)}finally{this.working=!1}}}#c(){const t=()=>{this.#i()};this.dispatchEvent(new CustomEvent("unlock",{bubbles:!0,composed:!0,detail:t}))}#p(t,e){const r=this.#t.get(t)??"";return e==="password"?r:r.trim()}#u(t,e){return E(t)?{[e.some(({name:r})=>r===t.field)?t.field??"":""]:x(t.problem,t.retryAfter)}:{"":u("setup.other")}}}export{S as CaSignIn};
