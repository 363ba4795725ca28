import{A as u,b as c}from"./follow-CXILmOiZ.js";import{o as b}from"./setup-xIpPFBvE.js";import{t as e,P as f}from"./pages-Biu1WDUk.js";import{c as g}from"./rows-CsW6RFd8.js";import{l as $}from"./live-CTku88e4.js";import{n as y,v as w}from"./troubles-CzxnInXf.js";function k({name:r,on:t},{words:{label:a,help:s},id:i},n){return c`<label class="line"
    ><span class="t"><b>${a}</b><small id="${i}-help">${s}</small></span
    ><input
      class="sw"
      type="checkbox"
      role="switch"
      name=${r}
      aria-label=${a}
      aria-describedby=${s?`${i}-help`:u}
      .checked=${$(t)}
      @change=${l=>n(l.target.checked)}
  /></label>`}function _({name:r,value:t,placeholder:a},{words:{label:s,help:i},id:n},l){const o=d=>{d.preventDefault();const p=d.target;l(p.querySelector("input")?.value.trim()??"")};return c`<details class="part">
    <summary>${e("set.advanced")}</summary>
    <form novalidate @submit=${o}>
      <div class="field">
        <label for=${n}>${s}</label>
        <input
          class="in"
          id=${n}
          name=${r}
          inputmode="url"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          placeholder=${a}
          .value=${t}
          aria-describedby="${n}-help"
        />
        <p class="hint" id="${n}-help">${i}</p>
      </div>
      <div class="acts"><button class="btn solid" data-action="save-${r}">${e("common.save")}</button></div>
    </form>
  </details>`}class x extends f{static properties={leaving:{state:!0},verifying:{state:!0},at:{state:!0}};constructor(){super(),this.leaving=null,this.verifying=null,this.at=null}render(){return c`${this.snapshot.accounts.map(t=>this.#s(t))}
      <div class="box">
        <div class="part">
          <div class="acts">
            <button class="btn" data-action="add-account" @click=${()=>this.open("sign-in")}>${e("set.add")}</button>
          </div>
        </div>
      </div>`}#s(t){const{id:a,address:s,protocolName:i,options:n}=t,l=y(t);return c`<div class="box" data-account=${a}>
      <div class="line">
        <span class="t"
          ><b><bdi>${s}</bdi></b
          ><small>${i} · ${e(h(t))}</small></span
        >
      </div>
      ${l?c`<p class="part hint">${l}</p>`:u}
      ${n.map(o=>this.#e(t,o))}
      ${this.leaving===a?g(e("set.sign_out_sure",{account:s}),e("set.sign_out"),{yes:()=>{this.#n(a)},no:()=>this.leaving=null}):this.verifying===a?this.#i(a):this.#a(t)}
      <p class="said" role="status">${this.at===a?this.said:""}</p>
    </div>`}#a({id:t,status:a,verifiable:s}){const i=(n,l,o,d)=>c`<button class="btn ${o}" data-action=${n} data-account=${t} @click=${d}>${l}</button>`;return c`<div class="part">
      <div class="acts">
        ${a.state==="signed-out"?i("sign-in-again",e("card.sign_in"),"solid",()=>this.open("sign-in",t)):u}
        ${a.state!=="signed-out"&&s?i("verify",e("set.verify"),"edge",()=>this.verifying=t):u}
        ${i("sign-out",e("set.sign_out"),"edge",()=>this.leaving=t)}
      </div>
    </div>`}#e({id:t,protocol:a},s){const i=b(a,s),n={words:i,id:`${t}-${s.name}`},l=(o,d)=>{const p=i.wrong??e("set.wrong"),v=m=>m instanceof RangeError?p:e("set.wrong");this.#t(t,()=>this.callAssist.setAccountOption(t,s.name,o),d,v)};return s.type==="switch"?k(s,n,o=>l(o,"")):_(s,n,o=>l(o,e("set.saved")))}#i(t){return c`<form class="part" @submit=${async a=>{a.preventDefault();const s=this.renderRoot.querySelector("#key")?.value.trim()??"",i=()=>this.callAssist.verifyAccount(t,s);s&&await this.#t(t,i,e("set.verified"),w)&&(this.verifying=null)}}>
      <div class="field">
        <label for="key">${e("set.key")}</label>
        <input class="in" id="key" type="password" autocomplete="off" aria-describedby="key-hint" />
        <p class="hint" id="key-hint">${e("set.key_help")}</p>
      </div>
      <div class="acts">
        <button type="button" class="btn edge" data-action="cancel" @click=${()=>this.verifying=null}>
          ${e("common.cancel")}
        </button>
        <button class="btn solid" data-action="verify-submit">${e("set.verify")}</button>
      </div>
    </form>`}async#n(t){await this.#t(t,()=>this.callAssist.signOut(t),"",e("setup.other")),this.leaving=null}#t(t,a,s,i){return this.at=t,this.tell(a,s,i)}}function h({status:r}){switch(r.state){case"online":return"card.ready";case"signed-out":return"card.signed_out";case"connecting":return"card.connecting";default:return"card.account_away"}}export{x as C,h as s};
