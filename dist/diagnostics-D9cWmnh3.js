import{o as g,C as m,p as r,m as x,P as w,A as d,x as f}from"./app-BSw7dXN4.js";import{t,m as b,c as k,u as $,P as h,d as p,g as v}from"./pages-CtjbgCIK.js";import{s as y}from"./accounts-DVlCcsTI.js";import{r as _,c as A,f as C}from"./progress-D1PhBQR6.js";import{c as T}from"./styles-CNDxjE_E.js";import"./more-CKql4LaE.js";import"./live-5psPmYdV.js";import"./station-of-CKuNdvPH.js";import"./live-Dt2ehbBH.js";import"./setup-m5XPrWfw.js";import"./rows-T9VsHxHH.js";import"./troubles-J_cvZD-6.js";function S(e){const a=e.filter(({direction:i})=>i==="incoming").length,s=e.flatMap(({connected:i,ended:c})=>i===null?[]:[c-i]),n=s.toSorted((i,c)=>i-c)[Math.floor(s.length/2)]??null;return{incoming:a,outgoing:e.length-a,connected:s.length,middle:n}}function o(e,a,s){const n={ok:k,warn:m,fail:T,skipped:b}[e];return r`<div class="line">
    <span class="state ${e}" role="img" aria-label=${t(`diag.${e}`)}>${g(n)}</span>
    <span class="t"
      ><b><bdi>${a}</bdi></b
      ><small>${s}</small></span
    >
  </div>`}function l(e){return r`<dl>
    ${e.map(([a,s])=>r`<dt>${a}</dt>
          <dd><bdi>${s}</bdi></dd>`)}
  </dl>`}function j({video:e,relayed:a,roundTrip:s}){return[[t("diag.path"),a===null?t("diag.unknown"):t(a?"diag.relayed":"diag.direct")],[t("diag.picture"),e.width?`${e.width} × ${e.height}`:t("diag.unknown")],[t("diag.round_trip"),s===null?t("diag.unknown"):$(Math.round(s),"millisecond")]]}function P(e){switch(e.kind){case"storage":return[t(`storage.${e.problem}.title`),t(`storage.${e.problem}`)];case"insecure-page":return[t("card.insecure"),t("card.insecure_text")];case"stations-taken":return[t("card.taken",{n:e.stations.map(({name:a})=>a).join(", ")}),t("card.taken_text")];case"helpers-missing":return[t("diag.helpers",{count:e.entities.length}),`${e.entities.join(", ")}. ${t("card.helpers_text")}`];case"home-assistant-away":return[t("card.ha_away"),t("card.ha_away_text")];case"update-waiting":return[t("card.update"),t("card.update_text")];case"update-ready":return[t("card.update"),t("card.update_ready")];default:return e}}function I({status:e}){return e.state==="online"?e.notice?"warn":"ok":e.state==="signed-out"?"fail":e.state==="connecting"?"skipped":"warn"}function M({status:e}){return e.state==="online"?e.notice?t(`set.${e.notice}`):"":e.state==="connecting"?"":t(`diag.why.${e.reason}`)}const B=200,D=2e3;class O extends h{static styles=[...h.styles,x`
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
    `];static properties={calls:{state:!0},homeAssistant:{state:!0},stats:{state:!0},text:{state:!0}};now=()=>Date.now();copy=a=>navigator.clipboard.writeText(a);#t;constructor(){super(),this.calls=[],this.homeAssistant=null,this.stats=[],this.text=""}connectedCallback(){super.connectedCallback(),this.#t=setInterval(()=>{this.#s()},D),this.#l()}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.#t)}act(a){a==="copy-report"&&this.#d()}get#a(){return[..._(this.callAssist).values()]}render(){return r`<p class="said" role="status">${this.said}</p>
      <div class="cols">
        <div>
          ${this.#e()}
          <h3 class="cap">${t("diag.checks")}</h3>
          <div class="box">${this.#i()}</div>
          <h3 class="cap">${t("set.accounts")}</h3>
          <div class="box">${this.#n()}</div>
        </div>
        <div>
          <h3 class="cap">${t("diag.versions")}</h3>
          <div class="box">${this.#c()}</div>
          <h3 class="cap">${t("page.history")}</h3>
          <div class="box">${this.#r()}</div>
          <h3 class="cap">${t("diag.report")}</h3>
          <pre tabindex="0" dir="ltr" lang="en" aria-label=${t("diag.report")}>${this.text}</pre>
          <p class="hint">${t("diag.report_text")}</p>
        </div>
      </div>`}#e(){const{problems:a}=this.snapshot,s=w();return!a.length&&!s.length?d:r`<h3 class="cap">${t("diag.problems")}</h3>
      <div class="box">
        ${a.map(n=>o("fail",...P(n)))}
        ${s.length?o("warn",t("diag.unknown_keys"),s.join(", ")):d}
      </div>`}#i(){const a=this.#a;return r`${a.map(s=>o(s.status,f(`check.${s.id}`),[A(s),s.fix?C(s.fix):""].filter(Boolean).join(" ")))}
      <div class="line">
        <span class="t"><small>${t(a.length?"diag.check_again":"diag.not_checked")}</small></span>
        <button class="btn edge" data-action="setup" @click=${()=>this.open("setup")}>${t("diag.check")}</button>
      </div>`}#n(){const{accounts:a}=this.snapshot;return a.length?r`${a.map(s=>o(I(s),s.address,`${s.protocolName} · ${[t(y(s)),M(s)].filter(Boolean).join(". ")}`))}`:o("skipped",t("diag.no_accounts"),"")}#c(){return l([["Call Assist",this.callAssist.version],["Home Assistant",this.homeAssistant??t("diag.unknown")],[t("diag.secure"),t(this.snapshot.secureContext?"diag.yes":"diag.no")]])}#r(){const{incoming:a,outgoing:s,connected:n,middle:i}=S(this.calls),[c]=this.calls;return r`${l([[t("hist.incoming"),String(a)],[t("hist.outgoing"),String(s)],[t("diag.connected"),String(n)],...i===null?[]:[[t("diag.middle"),p(i)]],...c?[[t("diag.last"),v(c.began,this.now())],...c.connected===null?[]:[[t("diag.lasted"),p(c.ended-c.connected)]],[t("diag.last_end"),this.#o(c)]]:[]])}
    ${this.stats.map(u=>l(j(u)))}`}#o({reason:a,peer:s}){const n=this.snapshot.accounts.find(({id:i})=>i===s.accountId);return t(`end.${a}`,{n:t("diag.nobody"),account:n?.address??t("diag.unknown")})}async#l(){const a=window,s=async()=>(await a.hassConnection)?.conn.haVersion??null,[n,i]=await Promise.all([this.callAssist.history({filter:"all",limit:B}).catch(()=>[]),s().catch(()=>null),this.#s()]);this.calls=n,this.homeAssistant=i,this.text=await this.callAssist.report().catch(()=>"")}async#s(){const a=(await Promise.all(this.snapshot.calls.map(async({id:s})=>this.callAssist.media(s)?.stats().catch(()=>null)))).filter(s=>s!=null);(a.length||this.stats.length)&&(this.stats=a)}async#d(){const a=async()=>{this.text=await this.callAssist.report()},s=()=>this.copy(this.text);await this.tell(a,"",t("setup.other"))&&await this.tell(s,t("diag.copied"),t("diag.copy_by_hand"))}}export{O as CaDiagnostics};
