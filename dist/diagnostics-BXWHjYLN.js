import{e as v,j as y,b as o,w as x,i as b,A as h,m as $}from"./follow-DRQ7dsox.js";import{u as k}from"./app-Bskg69UH.js";import{w as _,n as A,t as c,b as p,m as g}from"./displays-BmPwQ5eM.js";import{t,m as C,c as j,v as H,n as m,P as w,d as f}from"./pages-D0pWZoUD.js";import{s as S}from"./accounts-Dl-llOGO.js";import{r as z,c as P,f as T}from"./progress-IHS7woXj.js";import{c as B}from"./styles-CFJnvxnp.js";import"./more-xTRIwRDH.js";import"./live-XcGEVj23.js";import"./station-of-CKuNdvPH.js";import"./setup-Dh8iUfAW.js";import"./rows-uEHUj_UU.js";import"./live-CHn0wObT.js";import"./troubles-BzGeZ2Fc.js";function I(s){const e=s.filter(({direction:n})=>n==="incoming").length,a=s.flatMap(({connected:n,ended:r})=>n===null?[]:[r-n]),i=a.toSorted((n,r)=>n-r)[Math.floor(a.length/2)]??null;return{incoming:e,outgoing:s.length-e,connected:a.length,middle:i}}function l(s,e,a){const i={ok:j,warn:y,fail:B,skipped:C}[s];return o`<div class="line">
    <span class="state ${s}" role="img" aria-label=${t(`diag.${s}`)}>${v(i)}</span>
    <span class="t"
      ><b><bdi>${e}</bdi></b
      ><small>${a}</small></span
    >
  </div>`}function u(s){return o`<dl>
    ${s.map(([e,a])=>o`<dt>${e}</dt>
          <dd><bdi>${a}</bdi></dd>`)}
  </dl>`}function M({video:s,relayed:e,roundTrip:a}){return[[t("diag.path"),e===null?t("diag.unknown"):t(e?"diag.relayed":"diag.direct")],[t("diag.picture"),s.width?`${s.width} × ${s.height}`:t("diag.unknown")],[t("diag.round_trip"),a===null?t("diag.unknown"):H(Math.round(a),"millisecond")]]}function O(s){switch(s.kind){case"storage":return[t(`storage.${s.problem}.title`),t(`storage.${s.problem}`)];case"insecure-page":return[t("card.insecure"),t("card.insecure_text")];case"stations-taken":return[t("card.taken",{n:s.stations.map(({name:e})=>e).join(", ")}),t("card.taken_text")];case"helpers-missing":return[t("diag.helpers",{count:s.entities.length}),`${s.entities.join(", ")}. ${t("card.helpers_text")}`];case"home-assistant-away":return[t("card.ha_away"),t("card.ha_away_text")];case"update-waiting":return[t("card.update"),t("card.update_text")];case"update-ready":return[t("card.update"),t("card.update_ready")];default:return s}}function V({status:s}){return s.state==="online"?s.notice?"warn":"ok":s.state==="signed-out"?"fail":s.state==="connecting"?"skipped":"warn"}function W({status:s}){return s.state==="online"?s.notice?t(`set.${s.notice}`):"":s.state==="connecting"?"":t(`diag.why.${s.reason}`)}function D(s,e){const{ways:a,last:i}=s,n=i!==null&&i.result!=="shown",r=_(s)===null?"skipped":n?"warn":"ok";return l(r,A(s),[...a.map(F),L(i,e)].join(" "))}function F({way:s,capability:e}){const a=c(`tv.way.${s}`);return e.can?c("tv.diag.can",{way:a}):c("tv.diag.cannot",{way:a,why:p(e.why)})}function L(s,e){if(!s)return c("tv.diag.never");const{codecs:a}=s;return[q(s,e),a?.length?c("tv.diag.decodes",{codecs:K(a)}):""].filter(Boolean).join(" ")}function q(s,e){const a=m(s.at,e);return s.result!=="shown"?c("tv.diag.failed",{time:a,why:p(s.result)}):s.size?c("tv.diag.shown_size",{time:a,size:`${s.size.width} × ${s.size.height}`}):c("tv.diag.shown",{time:a})}const E={"h264-constrained-baseline":"H.264 Constrained Baseline","h264-baseline":"H.264 Baseline","h264-main":"H.264 Main","h264-high":"H.264 High",vp8:"VP8",vp9:"VP9",av1:"AV1",h265:"H.265"};function K(s){return new Intl.ListFormat(x.value.language,{type:"unit"}).format(s.map(e=>E[e]))}const N=200,G=2e3;class J extends w{static styles=[...w.styles,b`
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
    `];static properties={calls:{state:!0},homeAssistant:{state:!0},stats:{state:!0},screens:{state:!0},text:{state:!0}};now=()=>Date.now();copy=e=>navigator.clipboard.writeText(e);#t;constructor(){super(),this.calls=[],this.homeAssistant=null,this.stats=[],this.screens=[],this.text=""}connectedCallback(){super.connectedCallback(),this.#t=setInterval(()=>{this.#s()},G),this.#d()}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.#t)}act(e){e==="copy-report"&&this.#h()}get#a(){return[...z(this.callAssist).values()]}render(){return o`<p class="said" role="status">${this.said}</p>
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
          <div class="box">${this.#o()}</div>
          <h3 class="cap">${t("page.history")}</h3>
          <div class="box">${this.#c()}</div>
          <h3 class="cap">${t("diag.report")}</h3>
          <pre tabindex="0" dir="ltr" lang="en" aria-label=${t("diag.report")}>${this.text}</pre>
          <p class="hint">${t("diag.report_text")}</p>
        </div>
      </div>`}#e(){const{problems:e}=this.snapshot,a=k();return!e.length&&!a.length?h:o`<h3 class="cap">${t("diag.problems")}</h3>
      <div class="box">
        ${e.map(i=>l("fail",...O(i)))}
        ${a.length?l("warn",t("diag.unknown_keys"),a.join(", ")):h}
      </div>`}#i(){const e=this.#a;return o`${e.map(a=>l(a.status,$(`check.${a.id}`),[P(a),a.fix?T(a.fix):""].filter(Boolean).join(" ")))}
      <div class="line">
        <span class="t"><small>${t(e.length?"diag.check_again":"diag.not_checked")}</small></span>
        <button class="btn edge" data-action="setup" @click=${()=>this.open("setup")}>${t("diag.check")}</button>
      </div>`}#n(){const{accounts:e}=this.snapshot;return e.length?o`${e.map(a=>l(V(a),a.address,`${a.protocolName} · ${[t(S(a)),W(a)].filter(Boolean).join(". ")}`))}`:l("skipped",t("diag.no_accounts"),"")}#r(){return this.screens.length?o`<h3 class="cap">${c("tv.diag.title")}</h3>
      <div class="box">${this.screens.map(e=>D(e,this.now()))}</div>`:h}#o(){return u([["Call Assist",this.callAssist.version],["Home Assistant",this.homeAssistant??t("diag.unknown")],[t("diag.secure"),t(this.snapshot.secureContext?"diag.yes":"diag.no")]])}#c(){const{incoming:e,outgoing:a,connected:i,middle:n}=I(this.calls),[r]=this.calls;return o`${u([[t("hist.incoming"),String(e)],[t("hist.outgoing"),String(a)],[t("diag.connected"),String(i)],...n===null?[]:[[t("diag.middle"),f(n)]],...r?[[t("diag.last"),m(r.began,this.now())],...r.connected===null?[]:[[t("diag.lasted"),f(r.ended-r.connected)]],[t("diag.last_end"),this.#l(r)]]:[]])}
    ${this.stats.map(d=>u(M(d)))}`}#l({reason:e,peer:a}){const i=this.snapshot.accounts.find(({id:n})=>n===a.accountId);return t(`end.${e}`,{n:t("diag.nobody"),account:i?.address??t("diag.unknown")})}async#d(){const e=window,a=async()=>(await e.hassConnection)?.conn.haVersion??null,[i,n,r]=await Promise.all([this.callAssist.history({filter:"all",limit:N}).catch(()=>[]),a().catch(()=>null),this.callAssist.displays().catch(()=>[]),this.#s()]);this.calls=i,this.homeAssistant=n,this.screens=r.filter(d=>d.last!==null||g(d,"cast-view")||g(d,"stream")),this.text=await this.callAssist.report().catch(()=>"")}async#s(){const e=(await Promise.all(this.snapshot.calls.map(async({id:a})=>this.callAssist.media(a)?.stats().catch(()=>null)))).filter(a=>a!=null);(e.length||this.stats.length)&&(this.stats=e)}async#h(){const e=async()=>{this.text=await this.callAssist.report()},a=()=>this.copy(this.text);await this.tell(e,"",t("setup.other"))&&await this.tell(a,t("diag.copied"),t("diag.copy_by_hand"))}}export{J as CaDiagnostics};
