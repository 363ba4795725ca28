import{A as h,b as r,i as y,e as k,j as x,d as _,f as A,w as C}from"./follow-CXILmOiZ.js";import{T as u}from"./view-BwsWWQp0.js";import{w,a as S,m as g,t as s,n as b}from"./displays-CZMmEMs6.js";import{P as p}from"./pages-Biu1WDUk.js";import{s as m,a as O,r as E,t as T}from"./rows-CsW6RFd8.js";import{b as V}from"./styles-vvU9KK_3.js";import{t as f}from"./setup-xIpPFBvE.js";const $=new Set(["active","reconnecting"]),R=new Set(["ending","ended"]);async function D(o,t,e){const i=new Set(o.snapshot.value.calls.map(({id:l})=>l)),{ok:n}=await o.testCall({video:!0,name:e}),a=n?await P(o,i):null;return a===null?!1:(await o.command({type:"set-display",display:t,callId:a,by:"touch"})).ok}function P({snapshot:o},t){return new Promise(e=>{const i=c=>{a(),clearTimeout(l),e(c)},n=()=>{const c=o.value.calls.find(({id:d})=>!t.has(d));c&&($.has(c.phase)||R.has(c.phase))&&i($.has(c.phase)?c.id:null)},a=o.subscribe(n),l=setTimeout(()=>i(null),15e3);n()})}const j=200,z=["no","without-name","with-name"];class H extends p{static properties={slug:{attribute:!1},screens:{state:!0}};constructor(){super(),this.slug="",this.screens=null}connectedCallback(){super.connectedCallback(),this.#a()}render(){const t=this.stationOf(this.slug),{screens:e}=this,i=e==="away"?[]:e??[],n=i.find(({id:a})=>a===t.display);return r`${this.#s(t,i)}
      ${n&&w(n)===null?r`<p class="part">${S(n)}</p>`:h}
      ${i.some(a=>g(a,"cast-view"))?r`<ca-tv-view
              class="part"
              .callAssist=${this.callAssist}
              .slug=${this.slug}
              @ca-made=${()=>{this.#a()}}
            ></ca-tv-view>`:h}
      ${t.display===u?h:this.#i(t)}
      ${i.some(a=>g(a,"stream"))?this.#e(t):h}
      <p class="said" role="status">${this.said}</p>`}#s({display:t},e){const{screens:i}=this,n=t===u||e.some(({id:l})=>l===t),a=i===null?s("tv.looking"):i==="away"?s("tv.away"):e.length?"":s("tv.set.none");return m({name:"display",word:s("tv.set.screen"),help:a,choices:[{id:u,label:s("tv.this_screen")},...n?[]:[{id:t,label:s("tv.set.screen_away",{tv:t})}],...e.map(l=>({id:l.id,label:w(l)===null?s("tv.set.screen_away",{tv:b(l)}):b(l)}))],chosen:t,change:l=>{this.#t({display:l})}})}#i({displayStarts:t,displaySound:e,displayLevel:i,displayAnnounces:n}){return r`${O({name:"display-starts",word:s("tv.set.starts"),help:s("tv.set.starts_help"),on:t,change:a=>{this.#t({displayStarts:a})}})}
      ${m({name:"display-sound",word:s("tv.set.sound"),choices:[{id:"display",label:s("tv.sound_there")},{id:"this_device",label:s("tv.sound_here")}],chosen:e,change:a=>{this.#t({displaySound:a})}})}
      ${E({name:"display-level",word:s("tv.set.level"),help:s("tv.set.level_help"),share:i,change:a=>{this.#t({displayLevel:a})}})}
      ${m({name:"display-announces",word:s("tv.set.announces"),help:s("tv.set.announces_help"),choices:z.map(a=>({id:a,label:s(`tv.set.announces.${a}`)})),chosen:n,change:a=>{this.#t({displayAnnounces:a})}})}
      <div class="line">
        <span class="t"><b>${s("tv.set.test")}</b><small>${s("tv.set.test_help")}</small></span>
        <button class="btn edge" data-action="test-display" @click=${()=>{this.#l()}}>
          ${s("tv.set.test")}
        </button>
      </div>`}#e({displayServer:t}){return T({name:"display-server",word:s("tv.set.server"),help:s("tv.set.server_help"),value:t,longest:j,placeholder:"https://",change:e=>{this.#n(e)}})}async#n(t){await this.#t({displayServer:t})&&await this.#a()}async#a(){const{slug:t}=this.stationOf(this.slug);this.screens=await this.callAssist.displays(t).catch(()=>this.screens??"away")}async#l(){this.said="";const{display:t}=this.stationOf(this.slug);await D(this.callAssist,t,s("tv.set.test_name")).catch(()=>!1)||(this.said=s("tv.set.test_failed"))}#t(t){return this.tell(()=>this.callAssist.configureStation(t,this.stationOf(this.slug).slug))}}class I extends p{static styles=[...p.styles,y`
      summary {
        padding-block: 14px;
        font-weight: 500;
        color: var(--accent-ink);
        cursor: pointer;
      }
    `];static properties={slug:{attribute:!1},state:{state:!0},admin:{state:!0},outcome:{state:!0}};constructor(){super(),this.slug="",this.state="looking",this.admin=null,this.outcome=""}connectedCallback(){super.connectedCallback(),this.#e()}render(){const{state:t,admin:e}=this,i=t==="missing"||t==="making";return r`<div class="line">
        <span class="t"><b>${s("tv.set.view")}</b><small role="status">${this.#s()}</small></span>
        ${i&&e!==!1?r`<button
                class="btn solid"
                data-action="make-tv-view"
                aria-disabled=${t==="making"}
                @click=${()=>t==="missing"&&void this.#n()}
              >
                ${s("tv.set.make")}
              </button>`:h}
        ${t==="there"&&e===!0?r`<button class="btn edge" data-action="remove-tv-view" @click=${()=>{this.#a()}}>
                ${s("tv.set.remove")}
              </button>`:h}
      </div>
      ${i&&e===!1?this.#i():h}
      <p class="said" role="status">${this.said||this.outcome}</p>`}#s(){switch(this.state){case"looking":return s("tv.set.view_looking");case"there":return s("tv.set.view_there");case"away":return s("tv.away");case"missing":case"making":return s("tv.set.view_missing");default:return this.state}}#i(){const{callAssist:t}=this,{slug:e}=this.stationOf(this.slug),i=[[s("tv.set.yaml_view"),t.tvViewYaml()],[s("tv.set.yaml_helper"),t.helpersYaml(e)]];return r`<p class="note warn">
        ${k(x)}<span class="t"><b>${s("tv.set.not_admin")}</b>${s("tv.set.not_admin_text")}</span>
      </p>
      ${i.map(([n,a])=>a?r`<details>
              <summary>${n}</summary>
              <ca-copy .text=${a} .word=${s("tv.set.copy")} .label=${n}></ca-copy>
            </details>`:h)}`}async#e(){const{callAssist:t}=this,{slug:e}=this.stationOf(this.slug);try{const[i,n,a]=await Promise.all([t.tvView(),t.stationHelpers(e),t.isAdmin()]),l=n.some(({key:c,exists:d})=>c==="link"&&d);this.admin=a,this.state=i&&l?"there":"missing"}catch{this.state="away"}}async#n(){const t=async()=>{this.state="making";try{this.outcome=await this.#l()}finally{await this.#e()}this.dispatchEvent(new CustomEvent("ca-made"))};this.outcome="",await this.tell(t,"",s("tv.set.refused"))}async#a(){const t=async()=>{const e=await this.callAssist.removeTvView();e.ok?this.outcome=s(e.outcome==="kept"?"tv.set.remove_yaml":"tv.set.removed"):this.outcome=e.refused==="refused"?s("tv.set.remove_failed"):v(e.refused),await this.#e(),this.dispatchEvent(new CustomEvent("ca-made"))};this.outcome="",await this.tell(t,"",s("tv.set.remove_failed"))}async#l(){const{callAssist:t}=this,e=await t.createTvView();if(!e.ok)return v(e.refused);const i=await t.createHelpers(this.stationOf(this.slug).slug);if(!i.ok)return v(i.refused);const n=i.helpers.some(({key:a,outcome:l})=>a==="link"&&l==="failed");return s(n?"tv.set.made_some":"tv.set.made")}}function v(o){return o==="not_admin"?s("tv.set.not_admin"):s(o==="refused"?"tv.set.refused":"tv.away")}class L extends _{static styles=[V,y`
      :host {
        display: grid;
        gap: 8px;
        justify-items: start;
        min-inline-size: 0;
      }
      pre {
        inline-size: 100%;
        max-block-size: 260px;
        margin: 0;
        padding: 14px 18px;
        border-radius: 16px;
        background: var(--sunken);
        font:
          400 14px/1.5 'Roboto Mono',
          'DejaVu Sans Mono',
          ui-monospace,
          monospace;
        white-space: pre;
        overflow: auto;
        direction: ltr;
        text-align: start;
        user-select: text;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 12px;
      }
    `];static properties={text:{},word:{},label:{},said:{state:!0}};constructor(){super(),this.text="",this.word="",this.label="",this.said="nothing",A(this,()=>[C])}render(){return r`<pre tabindex="0" role="textbox" aria-readonly="true" aria-multiline="true" aria-label=${this.label}>
${this.text}</pre>
      <span class="row"
        ><button type="button" class="btn edge" data-action="copy" @click=${this.#s}>
          ${this.word||f("setup.copy")}
        </button>
        <span role="status"
          >${this.said==="nothing"?h:f(this.said==="copied"?"setup.copied":"setup.copy_by_hand")}</span
        ></span
      >`}#s=async()=>{try{const{clipboard:t}=navigator;if(!t)throw new Error("no clipboard");await t.writeText(this.text),this.said="copied"}catch{const t=this.renderRoot.querySelector("pre");t&&getSelection()?.selectAllChildren(t),this.said="by-hand"}}}export{L as C,H as a,I as b};
