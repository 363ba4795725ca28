import{O as q,m as C,A as x,p as f,u as I}from"./app-BSw7dXN4.js";import{e as E,i as H,t as _,M,u as w,v as y,h as k,p as O}from"./live-Dt2ehbBH.js";import{P as z,t as p,a as $,e as P}from"./pages-CtjbgCIK.js";import{t as T}from"./target-of-C0PIqFxi.js";import{s as D,a as R}from"./rows-T9VsHxHH.js";import{p as S}from"./view-B3YbeZbq.js";import{K as U,c as K}from"./calls-BlqAjbz6.js";import"./styles-CNDxjE_E.js";import"./more-CKql4LaE.js";import"./live-5psPmYdV.js";import"./station-of-CKuNdvPH.js";import"./end-reasons-BKj8r57V.js";import"./avatar-BrttZgst.js";import"./messages-DbDkMBe2.js";const N=(o,e,t)=>{const i=new Map;for(let s=e;s<=t;s++)i.set(o[s],s);return i},j=E(class extends H{constructor(o){if(super(o),o.type!==_.CHILD)throw Error("repeat() can only be used in text expressions")}dt(o,e,t){let i;t===void 0?t=e:e!==void 0&&(i=e);const s=[],a=[];let n=0;for(const h of o)s[n]=i?i(h,n):n,a[n]=t(h,n),n++;return{values:a,keys:s}}render(o,e,t){return this.dt(o,e,t).values}update(o,[e,t,i]){const s=M(o),{values:a,keys:n}=this.dt(e,t,i);if(!Array.isArray(s))return this.ut=n,a;const h=this.ut??=[],u=[];let g,b,l=0,d=s.length-1,r=0,c=a.length-1;for(;l<=d&&r<=c;)if(s[l]===null)l++;else if(s[d]===null)d--;else if(h[l]===n[r])u[r]=w(s[l],a[r]),l++,r++;else if(h[d]===n[c])u[c]=w(s[d],a[c]),d--,c--;else if(h[l]===n[c])u[c]=w(s[l],a[c]),y(o,u[c+1],s[l]),l++,c--;else if(h[d]===n[r])u[r]=w(s[d],a[r]),y(o,s[l],s[d]),d--,r++;else if(g===void 0&&(g=N(n,r,c),b=N(h,l,d)),g.has(h[l]))if(g.has(h[d])){const m=b.get(n[r]),v=m!==void 0?s[m]:null;if(v===null){const A=y(o,s[l]);w(A,a[r]),u[r]=A}else u[r]=w(v,a[r]),y(o,s[l],v),s[m]=null;r++}else k(s[d]),d--;else k(s[l]),l++;for(;r<=c;){const m=y(o,u[c+1]);w(m,a[r]),u[r++]=m}for(;l<=d;){const m=s[l++];m!==null&&k(m)}return this.ut=n,O(o,u),q}});class F{pages=[];ended=!1;failed=!1;reading=!1;#t;#e;#i={text:"",filter:"all"};#s=0;constructor(e,t){this.#t=e,this.#e=t}search(e,t){return this.#i={text:e,filter:t},this.#s+=1,this.ended=!1,this.reading=!1,this.#a([])}more(){return this.ended||this.reading||this.failed?Promise.resolve():this.#a(this.pages)}async#a(e){const t=this.#s;this.reading=!0,this.failed=!1,this.#e();const i=e.at(-1)?.at(-1)?.id;try{const s={...this.#i,limit:50,...i!==void 0&&{before:i}},a=await this.#t(s);if(t!==this.#s)return;this.pages=a.length?[...e,a]:e,this.ended=a.length<50}catch{if(t!==this.#s)return;this.failed=!0}this.reading=!1,this.#e()}async refresh(){const e=this.#s,t=await this.#t({...this.#i,limit:50}).catch(()=>null);if(e!==this.#s||!t||this.reading)return;const i=this.pages[0]?.[0]?.id??-1,s=t.filter(({id:h})=>h>i),[a=[],...n]=this.pages;if(!t.length)this.pages=[];else if(s.length)this.pages=[[...s,...a],...n];else return;this.#e()}forget(e){const t=this.pages.map(i=>i.filter(s=>s.id!==e));this.pages=t.filter(i=>i.length),this.#e()}}const L=C`
  .box.from {
    border-start-start-radius: 0;
    border-start-end-radius: 0;
    padding-block-start: 0;
  }
  .box.on {
    border-end-start-radius: 0;
    border-end-end-radius: 0;
    padding-block-end: 0;
  }
  .box.from > .call:first-child {
    border-block-start: 1px solid var(--line);
  }
  .call {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 8px;
    padding-block: 6px;
  }
  .call + .call {
    border-block-start: 1px solid var(--line);
  }
  .who {
    flex: 1;
    display: grid;
    grid-template-columns: auto minmax(0, 3fr) minmax(0, 2fr) auto;
    align-items: center;
    gap: 4px 16px;
    min-inline-size: 0;
    min-block-size: 60px;
    padding-inline-end: 8px;
    text-align: start;
    border-radius: 16px;
    line-height: 1.3;
  }
  .who .t > b {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .why {
    display: flex;
    align-items: center;
    gap: 8px;
    --i: 18px;
    font-size: 15px;
    color: var(--quiet);
  }
  .who > .num {
    font-size: 15px;
    color: var(--quiet);
  }
  .missed b,
  .missed .why {
    color: var(--stop-ink);
  }
  .more {
    flex: 1 0 100%;
    display: grid;
    gap: 12px;
    padding: 8px 0 12px;
    padding-inline-start: 68px;
  }
  .more b {
    display: block;
  }
  .new {
    margin-inline: 4px;
  }
  .sentinel {
    min-block-size: 48px;
    padding: 12px;
    text-align: center;
    color: var(--quiet);
  }
  @media (max-width: 800px) {
    .who {
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: 2px 12px;
    }
    .who > .av {
      grid-row: span 2;
    }
    .who > .num {
      grid-area: 1 / 3;
    }
    .who > .why {
      grid-area: 2 / 2 / auto / span 2;
      font-size: 14px;
    }
    .more {
      padding-inline-start: 0;
    }
  }
  @media (max-width: 420px) {
    .who {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .who > .av {
      display: none;
    }
    .who > .num {
      grid-area: 2 / 2;
      font-size: 14px;
    }
    .who > .t {
      grid-column: span 2;
    }
    .who > .why {
      grid-area: 2 / 1;
    }
  }
  @media (max-width: 360px) {
    .who > .why {
      grid-column: span 2;
    }
    .who > .num {
      grid-area: 3 / 1;
    }
  }
`,B=250,G="1200px",J=["all","missed","incoming","outgoing"];class Q extends z{static styles=[...z.styles,L];static properties={filter:{state:!0},opened:{state:!0},asked:{state:!0},emptying:{state:!0},revealed:{state:!0}};now=()=>Date.now();#t=null;#e="";#i;#s=0;#a=null;#l=null;#n=new Map;constructor(){super(),this.filter="all",this.opened=null,this.asked=null,this.emptying=!1,this.revealed=!1}connectedCallback(){super.connectedCallback(),this.#a=this.snapshot.history,this.#t||(this.#t=new F(e=>this.callAssist.history(e),()=>this.requestUpdate()),this.#e=this.detail??"",this.#s=this.snapshot.missed,this.#t.search(this.#e,this.filter),this.callAssist.markSeen().catch(()=>{})),this.#l=new IntersectionObserver(this.#u,{root:this.parentElement,rootMargin:`${G} 0px`})}disconnectedCallback(){super.disconnectedCallback(),this.#l?.disconnect(),this.#l=null,clearTimeout(this.#i)}act(e){e==="delete-all"&&(this.emptying=!0)}willUpdate(e){const{history:t}=this.snapshot;t!==this.#a&&(this.#a=t,this.#t?.refresh())}render(){const e=this.#t?.pages??[],t={callAssist:this.callAssist,known:new U(this.snapshot,this.#r),now:this.now(),opened:this.opened,asked:this.asked},i={all:"hist.all",missed:"hist.missed",incoming:"hist.incoming",outgoing:"hist.outgoing"},s=J.map(a=>({id:a,label:p(i[a])}));return f`${this.#r?this.#d():x}
      <div class="find">
        ${this.#r?x:this.#h()}
        ${D("filter",p("hist.filter"),s,this.filter,a=>this.#m(a))}
      </div>
      ${this.emptying?f`<div class="box">${R(p("hist.delete_all_sure"),p("hist.delete_all"),{yes:()=>{this.#x()},no:()=>this.emptying=!1})}</div>`:x}
      <p class="said" role="status">${this.said}</p>
      ${this.#s?f`<p class="hint new">${p("hist.new",{count:this.#s})}</p>`:x}
      <div @click=${this.#g}>${e.map((a,n)=>this.#p(e,n,t))}</div>
      <p class="sentinel" aria-live="polite">${this.#c(e.length)}</p>`}get#r(){return!this.revealed&&I(this.snapshot.settings.hideNames)==="always"}#h(){return f`<input
      class="in"
      id="search"
      type="search"
      dir="auto"
      autocomplete="off"
      aria-label=${p("hist.search")}
      placeholder=${p("hist.search")}
      .value=${this.#e}
      @input=${this.#f}
    />`}#d(){const e=()=>{const t=()=>{this.revealed=!0};this.snapshot.lock.locked?this.unlock(t):t()};return f`<p class="note">
      <span class="t"><b>${p("in.hidden")}</b></span
      ><button class="btn edge" data-action="show-who" @click=${e}>${p("in.show")}</button>
    </p>`}#c(e){const t=this.#t;return t?.failed?f`${p("hist.failed")}
        <button class="btn edge" data-action="try" @click=${()=>{t.search(this.#e,this.filter)}}>
          ${p("common.try")}
        </button>`:e||!t?.ended?x:p(this.#e||this.filter!=="all"?"hist.none_found":"hist.none")}#p(e,t,i){const s=this.#n.get(t);if(s!==void 0)return f`<div class="page" data-page=${t} style="block-size:${s}px"></div>`;const a=e[t]??[],n=V(a),h=e[t-1]?.at(-1),u=e[t+1]?.[0];return f`<div class="page" data-page=${t}>
      ${n.map(([g,b],l)=>{const d=l===0&&h!==void 0&&$(h.began)===g,r=l===n.length-1&&u!==void 0&&$(u.began)===g;return f`${d?x:f`<h3 class="cap">${P(g,i.now)}</h3>`}
          <ul class="box ${d?"from":""} ${r?"on":""}">
            ${j(b,({id:c})=>c,c=>K(c,i))}
          </ul>`})}
    </div>`}updated(e){this.#l?.disconnect();for(const t of this.renderRoot.querySelectorAll(".page, .sentinel"))this.#l?.observe(t)}#u=e=>{let t=!1;for(const{target:i,isIntersecting:s}of e){const a=Number(i.dataset.page);if(Number.isNaN(a))s&&this.#t?.more();else if(s===this.#n.has(a)){if(!s&&i.contains(this.shadowRoot?.activeElement??null))continue;s?this.#n.delete(a):this.#n.set(a,i.offsetHeight),t=!0}}t&&this.requestUpdate()};#f=e=>{this.#e=e.target.value,clearTimeout(this.#i),this.#i=setTimeout(()=>this.#o(),B)};#m(e){this.filter=e,this.#o()}#o(){this.#n.clear(),this.opened=null,this.asked=null,this.#t?.search(this.#e.trim(),this.filter)}#g=e=>{const t=e.target.closest("[data-entry]"),i=Number(t?.dataset.entry),s=this.#t?.pages.flat().find(u=>u.id===i);if(!t||!s)return;const{accountId:a,contactId:n}=s.peer,h=T(s.peer,this.snapshot);switch(t.dataset.action){case"call-voice":case"call-video":return h?void this.dial(h,t.dataset.action==="call-video"):void 0;case"person":return this.open("contact",S(a,n));case"delete":this.asked=i;return;case"keep":this.asked=null;return;case"delete-yes":return void this.#w(i);default:this.opened=this.opened===i?null:i,this.asked=null}};async#w(e){const t=async()=>{await this.callAssist.deleteHistory([e]),this.#n.clear(),this.#t?.forget(e),this.asked=null,this.opened=null};await this.tell(t,p("hist.deleted"),p("setup.other"))}async#x(){const e=async()=>{await this.callAssist.deleteHistory("all"),this.emptying=!1,this.#s=0,this.#o()};await this.tell(e,p("hist.deleted"),p("setup.other"))}}function V(o){const e=[];for(const t of o){const i=$(t.began),s=e.at(-1);s?.[0]===i?s[1].push(t):e.push([i,[t]])}return e}export{Q as CaHistory};
