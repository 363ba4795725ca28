import{A as h,b as e,e as g,v as y,i as R}from"./follow-CXILmOiZ.js";import{f as I}from"./fold-VATBWaTS.js";import{t as a,o as j,n as P,P as z}from"./pages-Biu1WDUk.js";import{p as _,a as w}from"./view-B3YbeZbq.js";import{a as q}from"./avatar-D5ZbJEIc.js";import{a as T,p as A}from"./styles-vvU9KK_3.js";import{i as S}from"./end-reasons-Bq-Tj-rB.js";import{K as D,w as Q,k as B,a as E}from"./calls-BnHBkiK2.js";import{a as C,t as K,d as M,b as O,c as L}from"./rows-CsW6RFd8.js";import"./more-D1QN5pac.js";import"./live-BLqYFu5I.js";import"./app-oQJzt6yM.js";import"./station-of-CKuNdvPH.js";import"./messages-DbDkMBe2.js";import"./live-CTku88e4.js";function U(i,s,t){return e`${i.length?e`<h3 class="cap">${a("con.requests")}</h3>
          <ul class="box">
            ${i.map(n=>F(n,t))}
          </ul>`:h}
  ${s.length?e`<ul class="box" aria-label=${a("page.people")}>
          ${s.map(n=>G(n,t))}
        </ul>`:h}`}function F(i,{accept:s,reject:t}){const{name:n,address:r}=i;return e`<li class="line">
    <span class="state">${g(T)}</span>
    <span class="t"
      ><b>${a("card.request",{n})}</b><small dir="auto">${n===r?"":r}</small></span
    >
    <span class="acts">
      <button class="btn edge" data-action="reject" @click=${()=>t(i)}>${a("card.not_now")}</button>
      <button class="btn solid" data-action="accept" @click=${()=>s(i)}>${a("card.accept")}</button>
    </span>
  </li>`}function G(i,{accounts:s,open:t,dial:n}){const{name:r,address:o,favourite:d,blocked:c,callable:u}=i,b=s.find(({id:p})=>p===i.accountId),m=p=>e`<button
      class="ib ${p==="video"?"go":"tonal"}"
      data-action="call-${p}"
      aria-label=${a(`card.${p}_to`,{n:r})}
      ?disabled=${p==="video"&&!u.video}
      @click=${()=>n(i,p==="video")}
    >
      ${g(p==="video"?y:A)}
    </button>`;return e`<li class="call">
    <button class="who" data-action="person" @click=${()=>t(i)}>
      ${q(i)}
      <span class="t"
        ><b><bdi>${r}</bdi></b
        ><small
          >${c?e`${a("con.blocked")}`:e`${i.presence==="unknown"?h:e`${a(`card.${i.presence}`)} · `}<bdi>${o}</bdi>${b?e` · <bdi>${b.protocolName}</bdi>`:h}`}</small
        ></span
      >
      ${d?e`<span class="star" role="img" aria-label=${a("con.favourite")}>${g(j)}</span>`:h}
    </button>
    ${m("voice")}${m("video")}
  </li>`}function H(i,s){return e`<div class="person">
    <div>${J(i,s)}</div>
    <div>${V(i,s)}${W(s)}</div>
  </div>`}function J(i,{callAssist:s,snapshot:t,writes:n,dial:r}){const{name:o,ownName:d,address:c,presence:u,callable:b,accountId:m,id:p,writable:x}=i,$=t.accounts.find(({id:l})=>l===m),f=l=>{const k=a(`hist.${l}`);return e`<button
      class="call-button ${l}"
      data-action="call-${l}"
      aria-label="${k}: ${a(`card.${l}_to`,{n:o})}"
      ?disabled=${l==="video"&&!b.video}
      @click=${()=>r(l==="video")}
    >
      ${g(l==="video"?y:A)}<span>${k}</span>
    </button>`};return e`<div class="box face">
    ${q(i)}
    <h3 class="name ${o.length>24?"long":""}" dir="auto">${o}</h3>
    ${u==="unknown"?h:e`<p class="sub">${a(`card.${u}`)}</p>`}
    ${d===o?h:e`<p class="sub" dir="auto">${d}</p>`}
    <p class="hint"><bdi>${c}</bdi>${$?e` · <bdi>${$.protocolName}</bdi>`:h}</p>
    <div class="two">${f("voice")}${f("video")}</div>
    ${x?e`<ca-message
            .callAssist=${s}
            .detail=${_(m,p)}
            .writing=${n}
          ></ca-message>`:h}
  </div>`}function V(i,{snapshot:s,change:t,preview:n,blocking:r,askToBlock:o}){const{favourite:d,alias:c,ringtone:u,autoAnswer:b,throughQuiet:m,blocked:p,ownName:x,name:$}=i,f=["off","voice","video"].map(l=>({id:l,label:a(`con.drop_in.${l}`)}));return e`<div class="box">
    ${C({name:"favourite",word:a("con.favourite"),help:a("con.favourite_help"),on:d,change:l=>t({favourite:l})})}
    ${K({name:"alias",word:a("con.alias"),help:a("con.alias_help"),value:c??"",longest:60,placeholder:x,change:l=>t({alias:l||null})})}
    ${M({name:"ringtone",chosen:u,fallback:s.settings.ringtone,change:l=>t({ringtone:l}),preview:n})}
    <div class="line">
      <span class="t"><b>${a("con.drop_in")}</b><small>${a("con.drop_in_help")}</small></span>
      ${O("drop-in",a("con.drop_in"),f,b,l=>t({autoAnswer:l}))}
    </div>
    ${C({name:"through-quiet",word:a("con.through_quiet"),on:m,change:l=>t({throughQuiet:l})})}
    ${r?L(a("con.block_sure",{n:$}),a("con.block"),{yes:()=>t({blocked:!0}),no:()=>o(!1)}):e`<div class="line">
            <span class="t"
              ><b>${a(p?"con.blocked":"con.block")}</b><small>${a("con.block_help")}</small></span
            >
            <button
              class="btn edge"
              data-action=${p?"unblock":"block"}
              @click=${()=>p?t({blocked:!1}):o(!0)}
            >
              ${a(p?"con.unblock":"con.block")}
            </button>
          </div>`}
  </div>`}function W({calls:i,snapshot:s,now:t,allCalls:n}){if(!i.length)return h;const r=new D(s);return e`<h3 class="cap">${a("page.history")}</h3>
    <ul class="box">
      ${i.map(o=>e`<li class="line ${S(o)?"missed":""}">
            <span class="way">${Q(o)}</span>
            <span class="t"
              ><b>${B(o)}</b><small>${E(o,r)} · ${P(o.began,t)}</small></span
            >
          </li>`)}
      <li class="part">
        <div class="acts">
          <button class="btn" data-action="all-calls" @click=${n}>${a("con.all_calls")}</button>
        </div>
      </li>
    </ul>`}const X=R`
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
`,v=100,N=10;class Y extends z{static styles=[...z.styles,X];static properties={text:{state:!0},shown:{state:!0},calls:{state:!0},blocking:{state:!0}};now=()=>Date.now();#t=null;#a=null;constructor(){super(),this.text="",this.shown=v,this.calls=[],this.blocking=!1}connectedCallback(){super.connectedCallback(),this.#t=new IntersectionObserver(s=>{s.some(({isIntersecting:t})=>t)&&(this.shown+=v)},{root:this.parentElement,rootMargin:"800px 0px"})}disconnectedCallback(){super.disconnectedCallback(),this.#t?.disconnect(),this.#t=null}get#s(){const s=w(this.detail);return this.snapshot.contacts.find(({accountId:t,id:n})=>t===s?.accountId&&n===s.contactId)}willUpdate(s){const{history:t}=this.snapshot;t!==this.#a&&(this.#a=t,this.#s&&this.#o(this.#s))}render(){if(w(this.detail)===null)return e`${this.#e()}${this.#n()}`;const s=this.#s;if(!s)return e`<p class="none">${a("con.gone")}</p>`;const{accountId:t,id:n}=s,r=w(this.detail)?.writes===!0,o=d=>{this.blocking=!1,this.tell(()=>this.callAssist.configurePerson(t,n,d))};return e`${this.#e()}${H(s,{callAssist:this.callAssist,snapshot:this.snapshot,calls:this.calls,now:this.now(),blocking:this.blocking,writes:r,change:o,askToBlock:d=>this.blocking=d,dial:d=>{this.dial({accountId:t,contactId:n},d)},preview:d=>this.preview(d),allCalls:()=>this.open("history",s.address)})}`}#e(){return e`<p class="said" role="status">${this.said}</p>`}#n(){const{contacts:s,requests:t,accounts:n}=this.snapshot,r=I(this.text),o=s.filter(c=>[c.name,c.ownName,c.address].some(u=>I(u).includes(r))).toSorted((c,u)=>Number(u.favourite)-Number(c.favourite)),d={accounts:n,open:({accountId:c,id:u})=>this.open("contact",_(c,u)),dial:({accountId:c,id:u},b)=>{this.dial({accountId:c,contactId:u},b)},accept:c=>this.#i(c,!0),reject:c=>this.#i(c,!1)};return e`<div class="find">
        <input
          class="in"
          id="search"
          type="search"
          dir="auto"
          autocomplete="off"
          aria-label=${a("con.search")}
          placeholder=${a("con.search")}
          @input=${c=>{this.text=c.target.value,this.shown=v}}
        />
      </div>
      ${U(t,o.slice(0,this.shown),d)}
      ${o.length>this.shown?e`<p class="sentinel"></p>`:h}
      ${o.length?h:e`<p class="none">${a(s.length?"con.none_found":"card.none_yet")}</p>`}`}updated(s){this.#t?.disconnect();const t=this.renderRoot.querySelector(".sentinel");t&&this.#t?.observe(t)}#i({accountId:s,id:t},n){const{callAssist:r}=this;this.tell(()=>n?r.acceptRequest(s,t):r.rejectRequest(s,t),"",a("setup.other"))}async#o({accountId:s,id:t,address:n}){const r=(await this.callAssist.history({text:n,filter:"all",limit:N*4}).catch(()=>[])).filter(({peer:o})=>o.accountId===s&&o.contactId===t);this.calls=r.slice(0,N)}}export{Y as CaContact};
