import{b as c,A as d}from"./follow-CWbI0FnA.js";import{l as v}from"./live-Ddf1Xh9E.js";import{o as b}from"./setup-L0qpe_YK.js";import{P as g,t as i}from"./pages-rwseV1XG.js";import{c as m}from"./rows-7zjxrAfE.js";import{v as f}from"./troubles-CKqtUE4O.js";class y extends g{static properties={leaving:{state:!0},verifying:{state:!0},at:{state:!0}};constructor(){super(),this.leaving=null,this.verifying=null,this.at=null}render(){return c`${this.snapshot.accounts.map(t=>this.#s(t))}
      <div class="box">
        <div class="part">
          <div class="acts">
            <button class="btn" data-action="add-account" @click=${()=>this.open("sign-in")}>${i("set.add")}</button>
          </div>
        </div>
      </div>`}#s(t){const{id:s,address:a,protocol:e,protocolName:l,status:n,options:o}=t;return c`<div class="box" data-account=${s}>
      <div class="line">
        <span class="t"
          ><b><bdi>${a}</bdi></b
          ><small>${l} · ${i(p(t))}</small></span
        >
      </div>
      ${n.state==="online"&&n.notice?c`<p class="part hint">${i(`set.${n.notice}`)}</p>`:d}
      ${o.map(r=>this.#a(s,e,r))}
      ${this.leaving===s?m(i("set.sign_out_sure",{account:a}),i("set.sign_out"),{yes:()=>{this.#n(s)},no:()=>this.leaving=null}):this.verifying===s?this.#e(s):this.#i(t)}
      <p class="said" role="status">${this.at===s?this.said:""}</p>
    </div>`}#i({id:t,status:s,verifiable:a}){const e=(l,n,o,r)=>c`<button class="btn ${o}" data-action=${l} data-account=${t} @click=${r}>${n}</button>`;return c`<div class="part">
      <div class="acts">
        ${s.state==="signed-out"?e("sign-in-again",i("card.sign_in"),"solid",()=>this.open("sign-in",t)):d}
        ${s.state!=="signed-out"&&a?e("verify",i("set.verify"),"edge",()=>this.verifying=t):d}
        ${e("sign-out",i("set.sign_out"),"edge",()=>this.leaving=t)}
      </div>
    </div>`}#a(t,s,a){const{label:e,help:l}=b(s,a),{name:n,on:o}=a;return c`<label class="line"
      ><span class="t"><b>${e}</b><small id="${t}-${n}-help">${l}</small></span
      ><input
        class="sw"
        type="checkbox"
        role="switch"
        name=${n}
        aria-label=${e}
        aria-describedby=${l?`${t}-${n}-help`:d}
        .checked=${v(o)}
        @change=${r=>{const h=r.target.checked;this.#t(t,()=>this.callAssist.setAccountOption(t,n,h),"",i("set.wrong"))}}
    /></label>`}#e(t){return c`<form class="part" @submit=${async s=>{s.preventDefault();const a=this.renderRoot.querySelector("#key")?.value.trim()??"",e=()=>this.callAssist.verifyAccount(t,a);a&&await this.#t(t,e,i("set.verified"),f)&&(this.verifying=null)}}>
      <div class="field">
        <label for="key">${i("set.key")}</label>
        <input class="in" id="key" type="password" autocomplete="off" aria-describedby="key-hint" />
        <p class="hint" id="key-hint">${i("set.key_help")}</p>
      </div>
      <div class="acts">
        <button type="button" class="btn edge" data-action="cancel" @click=${()=>this.verifying=null}>
          ${i("common.cancel")}
        </button>
        <button class="btn solid" data-action="verify-submit">${i("set.verify")}</button>
      </div>
    </form>`}async#n(t){await this.#t(t,()=>this.callAssist.signOut(t),"",i("setup.other")),this.leaving=null}#t(t,s,a,e){return this.at=t,this.tell(s,a,e)}}function p({status:u}){switch(u.state){case"online":return"card.ready";case"signed-out":return"card.signed_out";case"connecting":return"card.connecting";default:return"card.account_away"}}export{y as C,p as s};
