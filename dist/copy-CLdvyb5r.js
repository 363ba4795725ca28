import{A as d,b as c,i as v,e as k,j as x,d as _,f as S,w as A}from"./follow-CWbI0FnA.js";import{T as p}from"./view-BwsWWQp0.js";import{w as y,a as C,m as w,t as s,n as g}from"./displays-C9eWZpkl.js";import{P as u}from"./pages-rwseV1XG.js";import{s as m,a as O,r as T,t as E}from"./rows-7zjxrAfE.js";import{b as R}from"./styles-V7xBCvof.js";import{t as b}from"./setup-L0qpe_YK.js";const f=new Set(["active","reconnecting"]),V=new Set(["ending","ended"]);async function D(o,t,i){const a=new Set(o.snapshot.value.calls.map(({id:l})=>l)),{ok:n}=await o.testCall({video:!0,name:i}),e=n?await P(o,a):null;return e===null?!1:(await o.command({type:"set-display",display:t,callId:e,by:"touch"})).ok}function P({snapshot:o},t){return new Promise(i=>{const a=r=>{e(),clearTimeout(l),i(r)},n=()=>{const r=o.value.calls.find(({id:h})=>!t.has(h));r&&(f.has(r.phase)||V.has(r.phase))&&a(f.has(r.phase)?r.id:null)},e=o.subscribe(n),l=setTimeout(()=>a(null),15e3);n()})}const j=200,z=["no","without-name","with-name"];class H extends u{static properties={slug:{attribute:!1},screens:{state:!0}};constructor(){super(),this.slug="",this.screens=null}connectedCallback(){super.connectedCallback(),this.#e()}render(){const t=this.stationOf(this.slug),{screens:i}=this,a=i==="away"?[]:i??[],n=a.find(({id:e})=>e===t.display);return c`${this.#s(t,a)}
      ${n&&y(n)===null?c`<p class="part">${C(n)}</p>`:d}
      ${a.some(e=>w(e,"cast-view"))?c`<ca-tv-view
              class="part"
              .callAssist=${this.callAssist}
              .slug=${this.slug}
              @ca-made=${()=>{this.#e()}}
            ></ca-tv-view>`:d}
      ${t.display===p?d:this.#i(t)}
      ${a.some(e=>w(e,"stream"))?this.#a(t):d}
      <p class="said" role="status">${this.said}</p>`}#s({display:t},i){const{screens:a}=this,n=t===p||i.some(({id:l})=>l===t),e=a===null?s("tv.looking"):a==="away"?s("tv.away"):i.length?"":s("tv.set.none");return m({name:"display",word:s("tv.set.screen"),help:e,choices:[{id:p,label:s("tv.this_screen")},...n?[]:[{id:t,label:s("tv.set.screen_away",{tv:t})}],...i.map(l=>({id:l.id,label:y(l)===null?s("tv.set.screen_away",{tv:g(l)}):g(l)}))],chosen:t,change:l=>{this.#t({display:l})}})}#i({displayStarts:t,displaySound:i,displayLevel:a,displayAnnounces:n}){return c`${O({name:"display-starts",word:s("tv.set.starts"),help:s("tv.set.starts_help"),on:t,change:e=>{this.#t({displayStarts:e})}})}
      ${m({name:"display-sound",word:s("tv.set.sound"),choices:[{id:"display",label:s("tv.sound_there")},{id:"this_device",label:s("tv.sound_here")}],chosen:i,change:e=>{this.#t({displaySound:e})}})}
      ${T({name:"display-level",word:s("tv.set.level"),help:s("tv.set.level_help"),share:a,change:e=>{this.#t({displayLevel:e})}})}
      ${m({name:"display-announces",word:s("tv.set.announces"),help:s("tv.set.announces_help"),choices:z.map(e=>({id:e,label:s(`tv.set.announces.${e}`)})),chosen:n,change:e=>{this.#t({displayAnnounces:e})}})}
      <div class="line">
        <span class="t"><b>${s("tv.set.test")}</b><small>${s("tv.set.test_help")}</small></span>
        <button class="btn edge" data-action="test-display" @click=${()=>{this.#l()}}>
          ${s("tv.set.test")}
        </button>
      </div>`}#a({displayServer:t}){return E({name:"display-server",word:s("tv.set.server"),help:s("tv.set.server_help"),value:t,longest:j,placeholder:"https://",change:i=>{this.#n(i)}})}async#n(t){await this.#t({displayServer:t})&&await this.#e()}async#e(){this.screens=await this.callAssist.displays().catch(()=>this.screens??"away")}async#l(){this.said="";const{display:t}=this.stationOf(this.slug);await D(this.callAssist,t,s("tv.set.test_name")).catch(()=>!1)||(this.said=s("tv.set.test_failed"))}#t(t){return this.tell(()=>this.callAssist.configureStation(t,this.stationOf(this.slug).slug))}}class I extends u{static styles=[...u.styles,v`
      summary {
        padding-block: 14px;
        font-weight: 500;
        color: var(--accent-ink);
        cursor: pointer;
      }
    `];static properties={slug:{attribute:!1},state:{state:!0},admin:{state:!0},outcome:{state:!0}};constructor(){super(),this.slug="",this.state="looking",this.admin=null,this.outcome=""}connectedCallback(){super.connectedCallback(),this.#a()}render(){const{state:t,admin:i}=this,a=t==="missing"||t==="making";return c`<div class="line">
        <span class="t"><b>${s("tv.set.view")}</b><small role="status">${this.#s()}</small></span>
        ${a&&i!==!1?c`<button
                class="btn solid"
                data-action="make-tv-view"
                aria-disabled=${t==="making"}
                @click=${()=>t==="missing"&&void this.#n()}
              >
                ${s("tv.set.make")}
              </button>`:d}
      </div>
      ${a&&i===!1?this.#i():d}
      <p class="said" role="status">${this.said||this.outcome}</p>`}#s(){switch(this.state){case"looking":return s("tv.set.view_looking");case"there":return s("tv.set.view_there");case"away":return s("tv.away");case"missing":case"making":return s("tv.set.view_missing");default:return this.state}}#i(){const{callAssist:t}=this,{slug:i}=this.stationOf(this.slug),a=[[s("tv.set.yaml_view"),t.tvViewYaml()],[s("tv.set.yaml_helper"),t.helpersYaml(i)]];return c`<p class="note warn">
        ${k(x)}<span class="t"><b>${s("tv.set.not_admin")}</b>${s("tv.set.not_admin_text")}</span>
      </p>
      ${a.map(([n,e])=>e?c`<details>
              <summary>${n}</summary>
              <ca-copy .text=${e} .word=${s("tv.set.copy")} .label=${n}></ca-copy>
            </details>`:d)}`}async#a(){const{callAssist:t}=this,{slug:i}=this.stationOf(this.slug);try{const[a,n,e]=await Promise.all([t.tvView(),t.stationHelpers(i),t.isAdmin()]),l=n.some(({key:r,exists:h})=>r==="link"&&h);this.admin=e,this.state=a&&l?"there":"missing"}catch{this.state="away"}}async#n(){const t=async()=>{this.state="making";try{this.outcome=await this.#e()}finally{await this.#a()}this.dispatchEvent(new CustomEvent("ca-made"))};this.outcome="",await this.tell(t,"",s("tv.set.refused"))}async#e(){const{callAssist:t}=this,i=await t.createTvView();if(!i.ok)return $(i.refused);const a=await t.createHelpers(this.stationOf(this.slug).slug);if(!a.ok)return $(a.refused);const n=a.helpers.some(({key:e,outcome:l})=>e==="link"&&l==="failed");return s(n?"tv.set.made_some":"tv.set.made")}}function $(o){return o==="not_admin"?s("tv.set.not_admin"):s(o==="refused"?"tv.set.refused":"tv.away")}class L extends _{static styles=[R,v`
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
    `];static properties={text:{},word:{},label:{},said:{state:!0}};constructor(){super(),this.text="",this.word="",this.label="",this.said="nothing",S(this,()=>[A])}render(){return c`<pre tabindex="0" role="textbox" aria-readonly="true" aria-multiline="true" aria-label=${this.label}>
${this.text}</pre>
      <span class="row"
        ><button type="button" class="btn edge" data-action="copy" @click=${this.#s}>
          ${this.word||b("setup.copy")}
        </button>
        <span role="status"
          >${this.said==="nothing"?d:b(this.said==="copied"?"setup.copied":"setup.copy_by_hand")}</span
        ></span
      >`}#s=async()=>{try{const{clipboard:t}=navigator;if(!t)throw new Error("no clipboard");await t.writeText(this.text),this.said="copied"}catch{const t=this.renderRoot.querySelector("pre");t&&getSelection()?.selectAllChildren(t),this.said="by-hand"}}}export{L as C,H as a,I as b};
