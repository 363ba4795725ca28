import{J as C,n as E,A as b,u as m}from"./app-Y0z-pJrJ.js";import{e as H,i as N,t as _,M,u as x,v as w,h as k,p as P}from"./live-iogHi4ow.js";import{P as z,t as u}from"./pages-CXwiQy5o.js";import{s as R,a as T,d as $,b as D}from"./rows-C3naBxZ5.js";import{p as S}from"./view-1H_K8x5k.js";import{K as I,c as U}from"./calls-DfPWxf7f.js";import"./live-COBrK9xO.js";import"./more-C15upvYQ.js";import"./avatar-CJSuQZL6.js";const q=(o,t,e)=>{const i=new Map;for(let s=t;s<=e;s++)i.set(o[s],s);return i},K=H(class extends N{constructor(o){if(super(o),o.type!==_.CHILD)throw Error("repeat() can only be used in text expressions")}dt(o,t,e){let i;e===void 0?e=t:t!==void 0&&(i=t);const s=[],a=[];let n=0;for(const d of o)s[n]=i?i(d,n):n,a[n]=e(d,n),n++;return{values:a,keys:s}}render(o,t,e){return this.dt(o,t,e).values}update(o,[t,e,i]){const s=M(o),{values:a,keys:n}=this.dt(t,e,i);if(!Array.isArray(s))return this.ut=n,a;const d=this.ut??=[],p=[];let f,y,l=0,h=s.length-1,r=0,c=a.length-1;for(;l<=h&&r<=c;)if(s[l]===null)l++;else if(s[h]===null)h--;else if(d[l]===n[r])p[r]=x(s[l],a[r]),l++,r++;else if(d[h]===n[c])p[c]=x(s[h],a[c]),h--,c--;else if(d[l]===n[c])p[c]=x(s[l],a[c]),w(o,p[c+1],s[l]),l++,c--;else if(d[h]===n[r])p[r]=x(s[h],a[r]),w(o,s[l],s[h]),h--,r++;else if(f===void 0&&(f=q(n,r,c),y=q(d,l,h)),f.has(d[l]))if(f.has(d[h])){const g=y.get(n[r]),v=g!==void 0?s[g]:null;if(v===null){const A=w(o,s[l]);x(A,a[r]),p[r]=A}else p[r]=x(v,a[r]),w(o,s[l],v),s[g]=null;r++}else k(s[h]),h--;else k(s[l]),l++;for(;r<=c;){const g=w(o,p[c+1]);x(g,a[r]),p[r++]=g}for(;l<=h;){const g=s[l++];g!==null&&k(g)}return this.ut=n,P(o,p),C}});class O{pages=[];ended=!1;failed=!1;reading=!1;#t;#e;#i={text:"",filter:"all"};#s=0;constructor(t,e){this.#t=t,this.#e=e}search(t,e){return this.#i={text:t,filter:e},this.#s+=1,this.ended=!1,this.reading=!1,this.#a([])}more(){return this.ended||this.reading||this.failed?Promise.resolve():this.#a(this.pages)}async#a(t){const e=this.#s;this.reading=!0,this.failed=!1,this.#e();const i=t.at(-1)?.at(-1)?.id;try{const s={...this.#i,limit:50,...i!==void 0&&{before:i}},a=await this.#t(s);if(e!==this.#s)return;this.pages=a.length?[...t,a]:t,this.ended=a.length<50}catch{if(e!==this.#s)return;this.failed=!0}this.reading=!1,this.#e()}async refresh(){const t=this.#s,e=await this.#t({...this.#i,limit:50}).catch(()=>null);if(t!==this.#s||!e||this.reading)return;const i=this.pages[0]?.[0]?.id??-1,s=e.filter(({id:d})=>d>i),[a=[],...n]=this.pages;if(!e.length)this.pages=[];else if(s.length)this.pages=[[...s,...a],...n];else return;this.#e()}forget(t){const e=this.pages.map(i=>i.filter(s=>s.id!==t));this.pages=e.filter(i=>i.length),this.#e()}}const j=E`
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
`,J=250,L="1200px",B=["all","missed","incoming","outgoing"];class F extends z{static styles=[...z.styles,j];static properties={filter:{state:!0},opened:{state:!0},asked:{state:!0},emptying:{state:!0}};now=()=>Date.now();#t=null;#e="";#i;#s=0;#a=null;#l=null;#n=new Map;constructor(){super(),this.filter="all",this.opened=null,this.asked=null,this.emptying=!1}connectedCallback(){super.connectedCallback(),this.#a=this.snapshot.history,this.#t||(this.#t=new O(t=>this.callAssist.history(t),()=>this.requestUpdate()),this.#e=this.detail??"",this.#s=this.snapshot.missed,this.#t.search(this.#e,this.filter),this.callAssist.markSeen().catch(()=>{})),this.#l=new IntersectionObserver(this.#d,{root:this.parentElement,rootMargin:`${L} 0px`})}disconnectedCallback(){super.disconnectedCallback(),this.#l?.disconnect(),this.#l=null,clearTimeout(this.#i)}act(t){t==="delete-all"&&(this.emptying=!0)}willUpdate(t){const{history:e}=this.snapshot;e!==this.#a&&(this.#a=e,this.#t?.refresh())}render(){const t=this.#t?.pages??[],e={known:new I(this.snapshot),station:this.snapshot.station.name,now:this.now(),opened:this.opened,asked:this.asked},i={all:"hist.all",missed:"hist.missed",incoming:"hist.incoming",outgoing:"hist.outgoing"},s=B.map(a=>({id:a,label:u(i[a])}));return m`<div class="find">
        <input
          class="in"
          id="search"
          type="search"
          dir="auto"
          autocomplete="off"
          aria-label=${u("hist.search")}
          placeholder=${u("hist.search")}
          .value=${this.#e}
          @input=${this.#c}
        />
        ${R("filter",u("hist.filter"),s,this.filter,a=>this.#p(a))}
      </div>
      ${this.emptying?m`<div class="box">${T(u("hist.delete_all_sure"),u("hist.delete_all"),{yes:()=>{this.#g()},no:()=>this.emptying=!1})}</div>`:b}
      <p class="said" role="status">${this.said}</p>
      ${this.#s?m`<p class="hint new">${u("hist.new",{count:this.#s})}</p>`:b}
      <div @click=${this.#u}>${t.map((a,n)=>this.#h(t,n,e))}</div>
      <p class="sentinel" aria-live="polite">${this.#o(t.length)}</p>`}#o(t){const e=this.#t;return e?.failed?m`${u("hist.failed")}
        <button class="btn edge" data-action="try" @click=${()=>{e.search(this.#e,this.filter)}}>
          ${u("common.try")}
        </button>`:t||!e?.ended?b:u(this.#e||this.filter!=="all"?"hist.none_found":"hist.none")}#h(t,e,i){const s=this.#n.get(e);if(s!==void 0)return m`<div class="page" data-page=${e} style="block-size:${s}px"></div>`;const a=t[e]??[],n=G(a),d=t[e-1]?.at(-1),p=t[e+1]?.[0];return m`<div class="page" data-page=${e}>
      ${n.map(([f,y],l)=>{const h=l===0&&d!==void 0&&$(d.began)===f,r=l===n.length-1&&p!==void 0&&$(p.began)===f;return m`${h?b:m`<h3 class="cap">${D(f,i.now)}</h3>`}
          <ul class="box ${h?"from":""} ${r?"on":""}">
            ${K(y,({id:c})=>c,c=>U(c,i))}
          </ul>`})}
    </div>`}updated(t){this.#l?.disconnect();for(const e of this.renderRoot.querySelectorAll(".page, .sentinel"))this.#l?.observe(e)}#d=t=>{let e=!1;for(const{target:i,isIntersecting:s}of t){const a=Number(i.dataset.page);if(Number.isNaN(a))s&&this.#t?.more();else if(s===this.#n.has(a)){if(!s&&i.contains(this.shadowRoot?.activeElement??null))continue;s?this.#n.delete(a):this.#n.set(a,i.offsetHeight),e=!0}}e&&this.requestUpdate()};#c=t=>{this.#e=t.target.value,clearTimeout(this.#i),this.#i=setTimeout(()=>this.#r(),J)};#p(t){this.filter=t,this.#r()}#r(){this.#n.clear(),this.opened=null,this.asked=null,this.#t?.search(this.#e.trim(),this.filter)}#u=t=>{const e=t.target.closest("[data-entry]"),i=Number(e?.dataset.entry),s=this.#t?.pages.flat().find(f=>f.id===i);if(!e||!s)return;const{accountId:a,contactId:n,address:d}=s.peer,p=new I(this.snapshot).person(s)!==void 0;switch(e.dataset.action){case"call-voice":case"call-video":return void this.dial(p?{accountId:a,contactId:n}:{text:d},e.dataset.action==="call-video");case"person":return this.open("contact",S(a,n));case"delete":this.asked=i;return;case"keep":this.asked=null;return;case"delete-yes":return void this.#f(i);default:this.opened=this.opened===i?null:i,this.asked=null}};async#f(t){const e=async()=>{await this.callAssist.deleteHistory([t]),this.#n.clear(),this.#t?.forget(t),this.asked=null,this.opened=null};await this.tell(e,u("hist.deleted"),u("setup.other"))}async#g(){const t=async()=>{await this.callAssist.deleteHistory("all"),this.emptying=!1,this.#s=0,this.#r()};await this.tell(t,u("hist.deleted"),u("setup.other"))}}function G(o){const t=[];for(const e of o){const i=$(e.began),s=t.at(-1);s?.[0]===i?s[1].push(e):t.push([i,[e]])}return t}export{F as CaHistory};
