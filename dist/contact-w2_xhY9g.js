import{A as h,u as i,s as w,x as y,n as I}from"./app-Y0z-pJrJ.js";import{t as e,s as R,P as x}from"./pages-CXwiQy5o.js";import{a as v,p as z}from"./view-1H_K8x5k.js";import{a as _}from"./avatar-CJSuQZL6.js";import{p as j,a as q}from"./live-COBrK9xO.js";import{c as A,t as M,r as P,s as S,a as T,m as E}from"./rows-C3naBxZ5.js";import{K as D,i as K,w as L,k as Q,a as B}from"./calls-DfPWxf7f.js";import"./more-C15upvYQ.js";import"./live-iogHi4ow.js";const C=n=>n.normalize("NFKD").replace(/\p{M}/gu,"").trim().toLocaleLowerCase();function O(n,t,s){return i`${n.length?i`<h3 class="cap">${e("con.requests")}</h3>
          <ul class="box">
            ${n.map(o=>F(o,s))}
          </ul>`:h}
  ${t.length?i`<ul class="box" aria-label=${e("page.people")}>
          ${t.map(o=>H(o,s))}
        </ul>`:h}`}function F(n,{accept:t,reject:s}){const{name:o,address:l}=n;return i`<li class="line">
    <span class="state">${w(j)}</span>
    <span class="t"
      ><b>${e("card.request",{n:o})}</b><small dir="auto">${o===l?"":l}</small></span
    >
    <span class="acts">
      <button class="btn edge" data-action="reject" @click=${()=>s(n)}>${e("card.not_now")}</button>
      <button class="btn solid" data-action="accept" @click=${()=>t(n)}>${e("card.accept")}</button>
    </span>
  </li>`}function H(n,{accounts:t,open:s,dial:o}){const{name:l,address:a,favourite:m,blocked:c,callable:d}=n,b=t.find(({id:r})=>r===n.accountId),g=r=>i`<button
      class="ib ${r==="video"?"go":"tonal"}"
      data-action="call-${r}"
      aria-label=${e(`card.${r}_to`,{n:l})}
      ?disabled=${r==="video"&&!d.video}
      @click=${()=>o(n,r==="video")}
    >
      ${w(r==="video"?y:q)}
    </button>`;return i`<li class="call">
    <button class="who" data-action="person" @click=${()=>s(n)}>
      ${_(n)}
      <span class="t"
        ><b><bdi>${l}</bdi></b
        ><small
          >${c?i`${e("con.blocked")}`:i`${n.presence==="unknown"?h:i`${e(`card.${n.presence}`)} · `}<bdi>${a}</bdi>${b?i` · <bdi>${b.protocolName}</bdi>`:h}`}</small
        ></span
      >
      ${m?i`<span class="star" role="img" aria-label=${e("con.favourite")}>${w(R)}</span>`:h}
    </button>
    ${g("voice")}${g("video")}
  </li>`}const U=["msg.later","msg.back","msg.tried","msg.well"],G=1e3;class J extends x{static styles=[...x.styles,I`
      :host {
        inline-size: 100%;
      }
      .more {
        display: grid;
        gap: 8px;
        margin-block-start: 12px;
        text-align: start;
      }
      .btn {
        inline-size: 100%;
      }
      textarea.in {
        padding-block: 14px;
        font: inherit;
        color: inherit;
        resize: vertical;
      }
    `];static properties={writing:{state:!0},working:{state:!0}};constructor(){super(),this.writing=!1,this.working=!1}render(){return i`<button
        class="btn edge"
        data-action="message"
        aria-expanded=${this.writing}
        @click=${()=>this.writing=!this.writing}
      >
        ${e("common.message")}
      </button>
      <div class="more" ?hidden=${!this.writing}>
        ${U.map(t=>i`<button
              class="btn"
              data-message=${t}
              aria-disabled=${this.working}
              @click=${()=>{this.#s(e(t))}}
            >
              ${e(t)}
            </button>`)}
        <textarea
          class="in"
          rows="2"
          dir="auto"
          maxlength=${G}
          aria-label=${e("msg.own")}
          placeholder=${e("msg.own")}
        ></textarea>
        <button class="btn solid" data-action="send" aria-disabled=${this.working} @click=${this.#t}>
          ${e(this.working?"msg.sending":"msg.send")}
        </button>
      </div>
      <p class="said" role="status">${this.said}</p>`}#t=async()=>{const t=this.renderRoot.querySelector("textarea"),s=t?.value.trim()??"";if(!s)return t?.focus();await this.#s(s)&&t&&(t.value="")};async#s(t){const s=v(this.detail);if(!s||this.working)return!1;this.working=!0;const{accountId:o,contactId:l}=s,a=await this.tell(()=>this.callAssist.sendMessage(o,l,t),e("msg.sent"),e("msg.failed"));return this.working=!1,a&&(this.writing=!1),a}}customElements.get("ca-message")||customElements.define("ca-message",J);function V(n,t){return i`<div class="person">
    <div>${W(n,t)}</div>
    <div>${X(n,t)}${Y(t)}</div>
  </div>`}function W(n,{callAssist:t,snapshot:s,dial:o}){const{name:l,ownName:a,address:m,presence:c,callable:d,accountId:b,id:g,writable:r}=n,$=s.accounts.find(({id:u})=>u===b),f=u=>i`<button
      class="call-button ${u}"
      data-action="call-${u}"
      aria-label=${e(`card.${u}_to`,{n:l})}
      ?disabled=${u==="video"&&!d.video}
      @click=${()=>o(u==="video")}
    >
      ${w(u==="video"?y:q)}<span>${e(u==="video"?"hist.video":"hist.voice")}</span>
    </button>`;return i`<div class="box face">
    ${_(n)}
    <h3 class="name ${l.length>24?"long":""}" dir="auto">${l}</h3>
    ${c==="unknown"?h:i`<p class="sub">${e(`card.${c}`)}</p>`}
    ${a===l?h:i`<p class="sub" dir="auto">${a}</p>`}
    <p class="hint"><bdi>${m}</bdi>${$?i` · <bdi>${$.protocolName}</bdi>`:h}</p>
    <div class="two">${f("voice")}${f("video")}</div>
    ${r?i`<ca-message .callAssist=${t} .detail=${z(b,g)}></ca-message>`:h}
  </div>`}function X(n,{snapshot:t,change:s,preview:o,blocking:l,askToBlock:a}){const{favourite:m,alias:c,ringtone:d,autoAnswer:b,throughQuiet:g,blocked:r,ownName:$,name:f}=n,u=["off","voice","video"].map(p=>({id:p,label:e(`con.drop_in.${p}`)}));return i`<div class="box">
    ${A({name:"favourite",word:e("con.favourite"),help:e("con.favourite_help"),on:m,change:p=>s({favourite:p})})}
    ${M({name:"alias",word:e("con.alias"),help:e("con.alias_help"),value:c??"",longest:60,placeholder:$,change:p=>s({alias:p||null})})}
    ${P({name:"ringtone",chosen:d,fallback:t.settings.ringtone,change:p=>s({ringtone:p}),preview:o})}
    <div class="line">
      <span class="t"><b>${e("con.drop_in")}</b><small>${e("con.drop_in_help")}</small></span>
      ${S("drop-in",e("con.drop_in"),u,b,p=>s({autoAnswer:p}))}
    </div>
    ${A({name:"through-quiet",word:e("con.through_quiet"),on:g,change:p=>s({throughQuiet:p})})}
    ${l?T(e("con.block_sure",{n:f}),e("con.block"),{yes:()=>s({blocked:!0}),no:()=>a(!1)}):i`<div class="line">
            <span class="t"
              ><b>${e(r?"con.blocked":"con.block")}</b><small>${e("con.block_help")}</small></span
            >
            <button
              class="btn edge"
              data-action=${r?"unblock":"block"}
              @click=${()=>r?s({blocked:!1}):a(!0)}
            >
              ${e(r?"con.unblock":"con.block")}
            </button>
          </div>`}
  </div>`}function Y({calls:n,snapshot:t,now:s,allCalls:o}){if(!n.length)return h;const l=new D(t);return i`<h3 class="cap">${e("page.history")}</h3>
    <ul class="box">
      ${n.map(a=>i`<li class="line ${K(a)?"missed":""}">
            <span class="way">${L(a)}</span>
            <span class="t"
              ><b>${Q(a)}</b
              ><small>${B(a,l,t.station.name)} · ${E(a.began,s)}</small></span
            >
          </li>`)}
      <li class="part">
        <div class="acts">
          <button class="btn" data-action="all-calls" @click=${o}>${e("con.all_calls")}</button>
        </div>
      </li>
    </ul>`}const Z=I`
  .person {
    display: grid;
    grid-template-columns: minmax(0, 400px) minmax(0, 1fr);
    gap: 24px;
    align-items: start;
  }
  .face {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 6px;
    padding: 24px 20px;
    text-align: center;
  }
  .face > .av {
    --s: 144px;
    margin-block-end: 8px;
  }
  .face .d {
    inline-size: 36px;
    block-size: 36px;
    border-width: 5px;
    inset-inline-end: 0;
  }
  .name {
    margin: 0;
    max-inline-size: 100%;
    font-size: 36px;
    font-weight: 500;
    line-height: 1.15;
    overflow-wrap: anywhere;
  }
  .name.long {
    font-size: 24px;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 5;
    overflow: hidden;
  }
  .sub {
    font-size: 18px;
    color: var(--quiet);
    max-inline-size: 100%;
    overflow-wrap: anywhere;
  }
  .hint {
    font-size: 16px;
    max-inline-size: 100%;
  }
  .two {
    display: flex;
    flex-wrap: wrap;
    gap: 12px;
    inline-size: 100%;
    margin-block-start: 16px;
  }
  .face > ca-message {
    margin-block-start: 8px;
  }
  .call-button {
    flex: 1 1 120px;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 12px;
    min-block-size: 80px;
    padding: 8px 12px;
    border-radius: 26px;
    font-size: 20px;
    font-weight: 500;
    line-height: 1.1;
    background: var(--sunken);
  }
  .call-button.video:not([disabled]) {
    background: var(--go-fill);
    color: #fff;
  }
  .call {
    display: flex;
    align-items: center;
    gap: 8px;
    padding-block: 6px;
  }
  .call + .call {
    border-block-start: 1px solid var(--line);
  }
  .who {
    flex: 1;
    display: flex;
    align-items: center;
    gap: 16px;
    min-inline-size: 0;
    min-block-size: 60px;
    text-align: start;
    line-height: 1.3;
    border-radius: 16px;
  }
  .who .t {
    flex: 1;
    min-inline-size: 0;
  }
  .who .t > b {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .star {
    --i: 20px;
    color: var(--warn-ink);
  }
  .way {
    --i: 22px;
    color: var(--quiet);
  }
  .missed b,
  .missed .way {
    color: var(--stop-ink);
  }
  .sentinel {
    min-block-size: 1px;
  }
  @media (max-width: 900px) {
    .person {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (max-width: 420px) {
    .who > .av {
      display: none;
    }
  }
`,k=100,N=10;class tt extends x{static styles=[...x.styles,Z];static properties={text:{state:!0},shown:{state:!0},calls:{state:!0},blocking:{state:!0}};now=()=>Date.now();#t=null;#s=null;constructor(){super(),this.text="",this.shown=k,this.calls=[],this.blocking=!1}connectedCallback(){super.connectedCallback(),this.#t=new IntersectionObserver(t=>{t.some(({isIntersecting:s})=>s)&&(this.shown+=k)},{root:this.parentElement,rootMargin:"800px 0px"})}disconnectedCallback(){super.disconnectedCallback(),this.#t?.disconnect(),this.#t=null}get#e(){const t=v(this.detail);return this.snapshot.contacts.find(({accountId:s,id:o})=>s===t?.accountId&&o===t.contactId)}willUpdate(t){const{history:s}=this.snapshot;s!==this.#s&&(this.#s=s,this.#e&&this.#o(this.#e))}render(){if(v(this.detail)===null)return i`${this.#a()}${this.#n()}`;const t=this.#e;if(!t)return i`<p class="none">${e("con.gone")}</p>`;const{accountId:s,id:o}=t,l=a=>{this.blocking=!1,this.tell(()=>this.callAssist.configurePerson(s,o,a))};return i`${this.#a()}${V(t,{callAssist:this.callAssist,snapshot:this.snapshot,calls:this.calls,now:this.now(),blocking:this.blocking,change:l,askToBlock:a=>this.blocking=a,dial:a=>{this.dial({accountId:s,contactId:o},a)},preview:a=>this.preview(a),allCalls:()=>this.open("history",t.address)})}`}#a(){return i`<p class="said" role="status">${this.said}</p>`}#n(){const{contacts:t,requests:s,accounts:o}=this.snapshot,l=C(this.text),a=t.filter(c=>[c.name,c.ownName,c.address].some(d=>C(d).includes(l))).toSorted((c,d)=>Number(d.favourite)-Number(c.favourite)),m={accounts:o,open:({accountId:c,id:d})=>this.open("contact",z(c,d)),dial:({accountId:c,id:d},b)=>{this.dial({accountId:c,contactId:d},b)},accept:c=>this.#i(c,!0),reject:c=>this.#i(c,!1)};return i`<div class="find">
        <input
          class="in"
          id="search"
          type="search"
          dir="auto"
          autocomplete="off"
          aria-label=${e("con.search")}
          placeholder=${e("con.search")}
          @input=${c=>{this.text=c.target.value,this.shown=k}}
        />
      </div>
      ${O(s,a.slice(0,this.shown),m)}
      ${a.length>this.shown?i`<p class="sentinel"></p>`:h}
      ${a.length?h:i`<p class="none">${e(t.length?"con.none_found":"card.none_yet")}</p>`}`}updated(t){this.#t?.disconnect();const s=this.renderRoot.querySelector(".sentinel");s&&this.#t?.observe(s)}#i({accountId:t,id:s},o){const{callAssist:l}=this;this.tell(()=>o?l.acceptRequest(t,s):l.rejectRequest(t,s),"",e("setup.other"))}async#o({accountId:t,id:s,address:o}){const l=(await this.callAssist.history({text:o,filter:"all",limit:N*4}).catch(()=>[])).filter(({peer:a})=>a.accountId===t&&a.contactId===s);this.calls=l.slice(0,N)}}export{tt as CaContact};
