import{i as y,A as h,b as r}from"./follow-CXILmOiZ.js";import{c as v}from"./repeat-5m6nAHTa.js";import{P as w,t as n,g as m,h as k}from"./pages-Biu1WDUk.js";import{f as $}from"./app-oQJzt6yM.js";import{t as z}from"./target-of-C0PIqFxi.js";import{b as A,c as N}from"./rows-CsW6RFd8.js";import{p as q}from"./view-B3YbeZbq.js";import{K as C,c as I}from"./calls-BnHBkiK2.js";import"./live-CTku88e4.js";import"./styles-vvU9KK_3.js";import"./more-D1QN5pac.js";import"./live-BLqYFu5I.js";import"./station-of-CKuNdvPH.js";import"./end-reasons-Bq-Tj-rB.js";import"./avatar-D5ZbJEIc.js";import"./messages-DbDkMBe2.js";class _{pages=[];ended=!1;failed=!1;reading=!1;#t;#e;#i={text:"",filter:"all"};#s=0;constructor(e,t){this.#t=e,this.#e=t}search(e,t){return this.#i={text:e,filter:t},this.#s+=1,this.ended=!1,this.reading=!1,this.#a([])}more(){return this.ended||this.reading||this.failed?Promise.resolve():this.#a(this.pages)}async#a(e){const t=this.#s;this.reading=!0,this.failed=!1,this.#e();const s=e.at(-1)?.at(-1)?.id;try{const i={...this.#i,limit:50,...s!==void 0&&{before:s}},a=await this.#t(i);if(t!==this.#s)return;this.pages=a.length?[...e,a]:e,this.ended=a.length<50}catch{if(t!==this.#s)return;this.failed=!0}this.reading=!1,this.#e()}async refresh(){const e=this.#s,t=await this.#t({...this.#i,limit:50}).catch(()=>null);if(e!==this.#s||!t||this.reading)return;const s=this.pages[0]?.[0]?.id??-1,i=t.filter(({id:o})=>o>s),[a=[],...l]=this.pages;if(!t.length)this.pages=[];else if(i.length)this.pages=[[...i,...a],...l];else return;this.#e()}forget(e){const t=this.pages.map(s=>s.filter(i=>i.id!==e));this.pages=t.filter(s=>s.length),this.#e()}}const H=y`
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
`,P=250,T="1200px",E=["all","missed","incoming","outgoing"];class O extends w{static styles=[...w.styles,H];static properties={filter:{state:!0},opened:{state:!0},asked:{state:!0},emptying:{state:!0},revealed:{state:!0}};now=()=>Date.now();#t=null;#e="";#i;#s=0;#a=null;#r=null;#n=new Map;constructor(){super(),this.filter="all",this.opened=null,this.asked=null,this.emptying=!1,this.revealed=!1}connectedCallback(){super.connectedCallback(),this.#a=this.snapshot.history,this.#t||(this.#t=new _(e=>this.callAssist.history(e),()=>this.requestUpdate()),this.#e=this.detail??"",this.#s=this.snapshot.missed,this.#t.search(this.#e,this.filter),this.callAssist.markSeen().catch(()=>{})),this.#r=new IntersectionObserver(this.#u,{root:this.parentElement,rootMargin:`${T} 0px`})}disconnectedCallback(){super.disconnectedCallback(),this.#r?.disconnect(),this.#r=null,clearTimeout(this.#i)}act(e){e==="delete-all"&&(this.emptying=!0)}willUpdate(e){const{history:t}=this.snapshot;t!==this.#a&&(this.#a=t,this.#t?.refresh())}render(){const e=this.#t?.pages??[],t={callAssist:this.callAssist,known:new C(this.snapshot,this.#l),now:this.now(),opened:this.opened,asked:this.asked},s={all:"hist.all",missed:"hist.missed",incoming:"hist.incoming",outgoing:"hist.outgoing"},i=E.map(a=>({id:a,label:n(s[a])}));return r`${this.#l?this.#d():h}
      <div class="find">
        ${this.#l?h:this.#h()}
        ${A("filter",n("hist.filter"),i,this.filter,a=>this.#g(a))}
      </div>
      ${this.emptying?r`<div class="box">${N(n("hist.delete_all_sure"),n("hist.delete_all"),{yes:()=>{this.#x()},no:()=>this.emptying=!1})}</div>`:h}
      <p class="said" role="status">${this.said}</p>
      ${this.#s?r`<p class="hint new">${n("hist.new",{count:this.#s})}</p>`:h}
      <div @click=${this.#f}>${e.map((a,l)=>this.#p(e,l,t))}</div>
      <p class="sentinel" aria-live="polite">${this.#c(e.length)}</p>`}get#l(){return!this.revealed&&$(this.snapshot.settings.hideNames)==="always"}#h(){return r`<input
      class="in"
      id="search"
      type="search"
      dir="auto"
      autocomplete="off"
      aria-label=${n("hist.search")}
      placeholder=${n("hist.search")}
      .value=${this.#e}
      @input=${this.#m}
    />`}#d(){const e=()=>{const t=()=>{this.revealed=!0};this.snapshot.lock.locked?this.unlock(t):t()};return r`<p class="note">
      <span class="t"><b>${n("in.hidden")}</b></span
      ><button class="btn edge" data-action="show-who" @click=${e}>${n("in.show")}</button>
    </p>`}#c(e){const t=this.#t;return t?.failed?r`${n("hist.failed")}
        <button class="btn edge" data-action="try" @click=${()=>{t.search(this.#e,this.filter)}}>
          ${n("common.try")}
        </button>`:e||!t?.ended?h:n(this.#e||this.filter!=="all"?"hist.none_found":"hist.none")}#p(e,t,s){const i=this.#n.get(t);if(i!==void 0)return r`<div class="page" data-page=${t} style="block-size:${i}px"></div>`;const a=e[t]??[],l=R(a),o=e[t-1]?.at(-1),d=e[t+1]?.[0];return r`<div class="page" data-page=${t}>
      ${l.map(([p,x],g)=>{const f=g===0&&o!==void 0&&m(o.began)===p,b=g===l.length-1&&d!==void 0&&m(d.began)===p;return r`${f?h:r`<h3 class="cap">${k(p,s.now)}</h3>`}
          <ul class="box ${f?"from":""} ${b?"on":""}">
            ${v(x,({id:u})=>u,u=>I(u,s))}
          </ul>`})}
    </div>`}updated(e){this.#r?.disconnect();for(const t of this.renderRoot.querySelectorAll(".page, .sentinel"))this.#r?.observe(t)}#u=e=>{let t=!1;for(const{target:s,isIntersecting:i}of e){const a=Number(s.dataset.page);if(Number.isNaN(a))i&&this.#t?.more();else if(i===this.#n.has(a)){if(!i&&s.contains(this.shadowRoot?.activeElement??null))continue;i?this.#n.delete(a):this.#n.set(a,s.offsetHeight),t=!0}}t&&this.requestUpdate()};#m=e=>{this.#e=e.target.value,clearTimeout(this.#i),this.#i=setTimeout(()=>this.#o(),P)};#g(e){this.filter=e,this.#o()}#o(){this.#n.clear(),this.opened=null,this.asked=null,this.#t?.search(this.#e.trim(),this.filter)}#f=e=>{const t=e.target.closest("[data-entry]"),s=Number(t?.dataset.entry),i=this.#t?.pages.flat().find(d=>d.id===s);if(!t||!i)return;const{accountId:a,contactId:l}=i.peer,o=z(i.peer,this.snapshot);switch(t.dataset.action){case"call-voice":case"call-video":return o?void this.dial(o,t.dataset.action==="call-video"):void 0;case"person":return this.open("contact",q(a,l));case"delete":this.asked=s;return;case"keep":this.asked=null;return;case"delete-yes":return void this.#w(s);default:this.opened=this.opened===s?null:s,this.asked=null}};async#w(e){const t=async()=>{await this.callAssist.deleteHistory([e]),this.#n.clear(),this.#t?.forget(e),this.asked=null,this.opened=null};await this.tell(t,n("hist.deleted"),n("setup.other"))}async#x(){const e=async()=>{await this.callAssist.deleteHistory("all"),this.emptying=!1,this.#s=0,this.#o()};await this.tell(e,n("hist.deleted"),n("setup.other"))}}function R(c){const e=[];for(const t of c){const s=m(t.began),i=e.at(-1);i?.[0]===s?i[1].push(t):e.push([s,[t]])}return e}export{O as CaHistory};
