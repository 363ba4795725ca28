import{e as y,j as v,b as c,i as x,A as h,m as $}from"./follow-CWbI0FnA.js";import{u as b}from"./app-vJxzwAFl.js";import{w as k,n as _,t as o,b as p,m as g}from"./displays-C9eWZpkl.js";import{t,m as A,c as C,v as j,n as m,P as w,d as f}from"./pages-rwseV1XG.js";import{s as S}from"./accounts-C_IbMCAY.js";import{r as z,c as T,f as O}from"./progress-CDI37P35.js";import{c as P}from"./styles-V7xBCvof.js";import"./more-b0DgxYp5.js";import"./live-uVrg823M.js";import"./station-of-CKuNdvPH.js";import"./live-Ddf1Xh9E.js";import"./setup-L0qpe_YK.js";import"./rows-7zjxrAfE.js";import"./troubles-CKqtUE4O.js";function W(s){const e=s.filter(({direction:n})=>n==="incoming").length,a=s.flatMap(({connected:n,ended:r})=>n===null?[]:[r-n]),i=a.toSorted((n,r)=>n-r)[Math.floor(a.length/2)]??null;return{incoming:e,outgoing:s.length-e,connected:a.length,middle:i}}function l(s,e,a){const i={ok:C,warn:v,fail:P,skipped:A}[s];return c`<div class="line">
    <span class="state ${s}" role="img" aria-label=${t(`diag.${s}`)}>${y(i)}</span>
    <span class="t"
      ><b><bdi>${e}</bdi></b
      ><small>${a}</small></span
    >
  </div>`}function u(s){return c`<dl>
    ${s.map(([e,a])=>c`<dt>${e}</dt>
          <dd><bdi>${a}</bdi></dd>`)}
  </dl>`}function I({video:s,relayed:e,roundTrip:a}){return[[t("diag.path"),e===null?t("diag.unknown"):t(e?"diag.relayed":"diag.direct")],[t("diag.picture"),s.width?`${s.width} × ${s.height}`:t("diag.unknown")],[t("diag.round_trip"),a===null?t("diag.unknown"):j(Math.round(a),"millisecond")]]}function M(s){switch(s.kind){case"storage":return[t(`storage.${s.problem}.title`),t(`storage.${s.problem}`)];case"insecure-page":return[t("card.insecure"),t("card.insecure_text")];case"stations-taken":return[t("card.taken",{n:s.stations.map(({name:e})=>e).join(", ")}),t("card.taken_text")];case"helpers-missing":return[t("diag.helpers",{count:s.entities.length}),`${s.entities.join(", ")}. ${t("card.helpers_text")}`];case"home-assistant-away":return[t("card.ha_away"),t("card.ha_away_text")];case"update-waiting":return[t("card.update"),t("card.update_text")];case"update-ready":return[t("card.update"),t("card.update_ready")];default:return s}}function B({status:s}){return s.state==="online"?s.notice?"warn":"ok":s.state==="signed-out"?"fail":s.state==="connecting"?"skipped":"warn"}function D({status:s}){return s.state==="online"?s.notice?t(`set.${s.notice}`):"":s.state==="connecting"?"":t(`diag.why.${s.reason}`)}function q(s,e){const{ways:a,last:i}=s,n=i!==null&&i.result!=="shown",r=k(s)===null?"skipped":n?"warn":"ok";return l(r,_(s),[...a.map(E),F(i,e)].join(" "))}function E({way:s,capability:e}){const a=o(`tv.way.${s}`);return e.can?o("tv.diag.can",{way:a}):o("tv.diag.cannot",{way:a,why:p(e.why)})}function F(s,e){if(!s)return o("tv.diag.never");const a=m(s.at,e);return s.result!=="shown"?o("tv.diag.failed",{time:a,why:p(s.result)}):s.size?o("tv.diag.shown_size",{time:a,size:`${s.size.width} × ${s.size.height}`}):o("tv.diag.shown",{time:a})}const H=200,K=2e3;class L extends w{static styles=[...w.styles,x`
      dl {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 6px 16px;
        margin: 0;
        padding-block: 12px;
      }
      dt {
        color: var(--quiet);
      }
      dd {
        margin: 0;
        text-align: end;
        font-weight: 500;
      }
      pre {
        margin: 0;
        padding: 16px 20px;
        border-radius: 16px;
        background: var(--sunken);
        font-size: 14px;
        line-height: 1.5;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        user-select: text;
      }
    `];static properties={calls:{state:!0},homeAssistant:{state:!0},stats:{state:!0},screens:{state:!0},text:{state:!0}};now=()=>Date.now();copy=e=>navigator.clipboard.writeText(e);#t;constructor(){super(),this.calls=[],this.homeAssistant=null,this.stats=[],this.screens=[],this.text=""}connectedCallback(){super.connectedCallback(),this.#t=setInterval(()=>{this.#s()},K),this.#d()}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.#t)}act(e){e==="copy-report"&&this.#h()}get#a(){return[...z(this.callAssist).values()]}render(){return c`<p class="said" role="status">${this.said}</p>
      <div class="cols">
        <div>
          ${this.#e()}
          <h3 class="cap">${t("diag.checks")}</h3>
          <div class="box">${this.#i()}</div>
          <h3 class="cap">${t("set.accounts")}</h3>
          <div class="box">${this.#n()}</div>
          ${this.#r()}
        </div>
        <div>
          <h3 class="cap">${t("diag.versions")}</h3>
          <div class="box">${this.#c()}</div>
          <h3 class="cap">${t("page.history")}</h3>
          <div class="box">${this.#o()}</div>
          <h3 class="cap">${t("diag.report")}</h3>
          <pre tabindex="0" dir="ltr" lang="en" aria-label=${t("diag.report")}>${this.text}</pre>
          <p class="hint">${t("diag.report_text")}</p>
        </div>
      </div>`}#e(){const{problems:e}=this.snapshot,a=b();return!e.length&&!a.length?h:c`<h3 class="cap">${t("diag.problems")}</h3>
      <div class="box">
        ${e.map(i=>l("fail",...M(i)))}
        ${a.length?l("warn",t("diag.unknown_keys"),a.join(", ")):h}
      </div>`}#i(){const e=this.#a;return c`${e.map(a=>l(a.status,$(`check.${a.id}`),[T(a),a.fix?O(a.fix):""].filter(Boolean).join(" ")))}
      <div class="line">
        <span class="t"><small>${t(e.length?"diag.check_again":"diag.not_checked")}</small></span>
        <button class="btn edge" data-action="setup" @click=${()=>this.open("setup")}>${t("diag.check")}</button>
      </div>`}#n(){const{accounts:e}=this.snapshot;return e.length?c`${e.map(a=>l(B(a),a.address,`${a.protocolName} · ${[t(S(a)),D(a)].filter(Boolean).join(". ")}`))}`:l("skipped",t("diag.no_accounts"),"")}#r(){return this.screens.length?c`<h3 class="cap">${o("tv.diag.title")}</h3>
      <div class="box">${this.screens.map(e=>q(e,this.now()))}</div>`:h}#c(){return u([["Call Assist",this.callAssist.version],["Home Assistant",this.homeAssistant??t("diag.unknown")],[t("diag.secure"),t(this.snapshot.secureContext?"diag.yes":"diag.no")]])}#o(){const{incoming:e,outgoing:a,connected:i,middle:n}=W(this.calls),[r]=this.calls;return c`${u([[t("hist.incoming"),String(e)],[t("hist.outgoing"),String(a)],[t("diag.connected"),String(i)],...n===null?[]:[[t("diag.middle"),f(n)]],...r?[[t("diag.last"),m(r.began,this.now())],...r.connected===null?[]:[[t("diag.lasted"),f(r.ended-r.connected)]],[t("diag.last_end"),this.#l(r)]]:[]])}
    ${this.stats.map(d=>u(I(d)))}`}#l({reason:e,peer:a}){const i=this.snapshot.accounts.find(({id:n})=>n===a.accountId);return t(`end.${e}`,{n:t("diag.nobody"),account:i?.address??t("diag.unknown")})}async#d(){const e=window,a=async()=>(await e.hassConnection)?.conn.haVersion??null,[i,n,r]=await Promise.all([this.callAssist.history({filter:"all",limit:H}).catch(()=>[]),a().catch(()=>null),this.callAssist.displays().catch(()=>[]),this.#s()]);this.calls=i,this.homeAssistant=n,this.screens=r.filter(d=>d.last!==null||g(d,"cast-view")||g(d,"stream")),this.text=await this.callAssist.report().catch(()=>"")}async#s(){const e=(await Promise.all(this.snapshot.calls.map(async({id:a})=>this.callAssist.media(a)?.stats().catch(()=>null)))).filter(a=>a!=null);(e.length||this.stats.length)&&(this.stats=e)}async#h(){const e=async()=>{this.text=await this.callAssist.report()},a=()=>this.copy(this.text);await this.tell(e,"",t("setup.other"))&&await this.tell(a,t("diag.copied"),t("diag.copy_by_hand"))}}export{L as CaDiagnostics};
