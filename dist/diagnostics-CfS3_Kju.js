import{e as v,j as y,b as o,w as x,i as $,A as h,l as b}from"./follow-CXILmOiZ.js";import{u as k}from"./app-oQJzt6yM.js";import{w as _,n as A,t as c,b as p,m as g}from"./displays-CZMmEMs6.js";import{t as s,m as C,c as j,v as H,n as m,P as w,d as f}from"./pages-Biu1WDUk.js";import{s as S}from"./accounts-BUDsj6Ei.js";import{r as T,c as z,f as P}from"./progress-DJ2DJfIm.js";import{c as B}from"./styles-vvU9KK_3.js";import{n as I}from"./troubles-CzxnInXf.js";import"./more-D1QN5pac.js";import"./live-BLqYFu5I.js";import"./station-of-CKuNdvPH.js";import"./setup-xIpPFBvE.js";import"./rows-CsW6RFd8.js";import"./live-CTku88e4.js";function M(e){const t=e.filter(({direction:n})=>n==="incoming").length,a=e.flatMap(({connected:n,ended:r})=>n===null?[]:[r-n]),i=a.toSorted((n,r)=>n-r)[Math.floor(a.length/2)]??null;return{incoming:t,outgoing:e.length-t,connected:a.length,middle:i}}function l(e,t,a){const i={ok:j,warn:y,fail:B,skipped:C}[e];return o`<div class="line">
    <span class="state ${e}" role="img" aria-label=${s(`diag.${e}`)}>${v(i)}</span>
    <span class="t"
      ><b><bdi>${t}</bdi></b
      ><small>${a}</small></span
    >
  </div>`}function u(e){return o`<dl>
    ${e.map(([t,a])=>o`<dt>${t}</dt>
          <dd><bdi>${a}</bdi></dd>`)}
  </dl>`}function O({video:e,relayed:t,roundTrip:a}){return[[s("diag.path"),t===null?s("diag.unknown"):s(t?"diag.relayed":"diag.direct")],[s("diag.picture"),e.width?`${e.width} × ${e.height}`:s("diag.unknown")],[s("diag.round_trip"),a===null?s("diag.unknown"):H(Math.round(a),"millisecond")]]}function V(e){switch(e.kind){case"storage":return[s(`storage.${e.problem}.title`),s(`storage.${e.problem}`)];case"insecure-page":return[s("card.insecure"),s("card.insecure_text")];case"stations-taken":return[s("card.taken",{n:e.stations.map(({name:t})=>t).join(", ")}),s("card.taken_text")];case"helpers-missing":return[s("diag.helpers",{count:e.entities.length}),`${e.entities.join(", ")}. ${s("card.helpers_text")}`];case"home-assistant-away":return[s("card.ha_away"),s("card.ha_away_text")];case"update-waiting":return[s("card.update"),s("card.update_text")];case"update-ready":return[s("card.update"),s("card.update_ready")];default:return e}}function W({status:e}){return e.state==="online"?e.notice?"warn":"ok":e.state==="signed-out"?"fail":e.state==="connecting"?"skipped":"warn"}function D(e){const{status:t}=e;return t.state==="online"?I(e):t.state==="connecting"?"":s(`diag.why.${t.reason}`)}function F(e,t){const{ways:a,last:i}=e,n=i!==null&&i.result!=="shown",r=_(e)===null?"skipped":n?"warn":"ok";return l(r,A(e),[...a.map(L),q(i,t)].join(" "))}function L({way:e,capability:t}){const a=c(`tv.way.${e}`);return t.can?c("tv.diag.can",{way:a}):c("tv.diag.cannot",{way:a,why:p(t.why)})}function q(e,t){if(!e)return c("tv.diag.never");const{codecs:a}=e;return[E(e,t),a?.length?c("tv.diag.decodes",{codecs:N(a)}):""].filter(Boolean).join(" ")}function E(e,t){const a=m(e.at,t);return e.result!=="shown"?c("tv.diag.failed",{time:a,why:p(e.result)}):e.size?c("tv.diag.shown_size",{time:a,size:`${e.size.width} × ${e.size.height}`}):c("tv.diag.shown",{time:a})}const K={"h264-constrained-baseline":"H.264 Constrained Baseline","h264-baseline":"H.264 Baseline","h264-main":"H.264 Main","h264-high":"H.264 High",vp8:"VP8",vp9:"VP9",av1:"AV1",h265:"H.265"};function N(e){return new Intl.ListFormat(x.value.language,{type:"unit"}).format(e.map(t=>K[t]))}const G=200,J=2e3;class Q extends w{static styles=[...w.styles,$`
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
    `];static properties={calls:{state:!0},homeAssistant:{state:!0},stats:{state:!0},screens:{state:!0},text:{state:!0}};now=()=>Date.now();copy=t=>navigator.clipboard.writeText(t);#t;constructor(){super(),this.calls=[],this.homeAssistant=null,this.stats=[],this.screens=[],this.text=""}connectedCallback(){super.connectedCallback(),this.#t=setInterval(()=>{this.#s()},J),this.#d()}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.#t)}act(t){t==="copy-report"&&this.#h()}get#a(){return[...T(this.callAssist).values()]}render(){return o`<p class="said" role="status">${this.said}</p>
      <div class="cols">
        <div>
          ${this.#e()}
          <h3 class="cap">${s("diag.checks")}</h3>
          <div class="box">${this.#i()}</div>
          <h3 class="cap">${s("set.accounts")}</h3>
          <div class="box">${this.#n()}</div>
          ${this.#r()}
        </div>
        <div>
          <h3 class="cap">${s("diag.versions")}</h3>
          <div class="box">${this.#o()}</div>
          <h3 class="cap">${s("page.history")}</h3>
          <div class="box">${this.#c()}</div>
          <h3 class="cap">${s("diag.report")}</h3>
          <pre tabindex="0" dir="ltr" lang="en" aria-label=${s("diag.report")}>${this.text}</pre>
          <p class="hint">${s("diag.report_text")}</p>
        </div>
      </div>`}#e(){const{problems:t}=this.snapshot,a=k();return!t.length&&!a.length?h:o`<h3 class="cap">${s("diag.problems")}</h3>
      <div class="box">
        ${t.map(i=>l("fail",...V(i)))}
        ${a.length?l("warn",s("diag.unknown_keys"),a.join(", ")):h}
      </div>`}#i(){const t=this.#a;return o`${t.map(a=>l(a.status,b(`check.${a.id}`),[z(a),a.fix?P(a.fix):""].filter(Boolean).join(" ")))}
      <div class="line">
        <span class="t"><small>${s(t.length?"diag.check_again":"diag.not_checked")}</small></span>
        <button class="btn edge" data-action="setup" @click=${()=>this.open("setup")}>${s("diag.check")}</button>
      </div>`}#n(){const{accounts:t}=this.snapshot;return t.length?o`${t.map(a=>l(W(a),a.address,`${a.protocolName} · ${[s(S(a)),D(a)].filter(Boolean).join(". ")}`))}`:l("skipped",s("diag.no_accounts"),"")}#r(){return this.screens.length?o`<h3 class="cap">${c("tv.diag.title")}</h3>
      <div class="box">${this.screens.map(t=>F(t,this.now()))}</div>`:h}#o(){return u([["Call Assist",this.callAssist.version],["Home Assistant",this.homeAssistant??s("diag.unknown")],[s("diag.secure"),s(this.snapshot.secureContext?"diag.yes":"diag.no")]])}#c(){const{incoming:t,outgoing:a,connected:i,middle:n}=M(this.calls),[r]=this.calls;return o`${u([[s("hist.incoming"),String(t)],[s("hist.outgoing"),String(a)],[s("diag.connected"),String(i)],...n===null?[]:[[s("diag.middle"),f(n)]],...r?[[s("diag.last"),m(r.began,this.now())],...r.connected===null?[]:[[s("diag.lasted"),f(r.ended-r.connected)]],[s("diag.last_end"),this.#l(r)]]:[]])}
    ${this.stats.map(d=>u(O(d)))}`}#l({reason:t,peer:a}){const i=this.snapshot.accounts.find(({id:n})=>n===a.accountId);return s(`end.${t}`,{n:s("diag.nobody"),account:i?.address??s("diag.unknown")})}async#d(){const t=window,a=async()=>(await t.hassConnection)?.conn.haVersion??null,[i,n,r]=await Promise.all([this.callAssist.history({filter:"all",limit:G}).catch(()=>[]),a().catch(()=>null),this.callAssist.displays().catch(()=>[]),this.#s()]);this.calls=i,this.homeAssistant=n,this.screens=r.filter(d=>d.last!==null||g(d,"cast-view")||g(d,"stream")),this.text=await this.callAssist.report().catch(()=>"")}async#s(){const t=(await Promise.all(this.snapshot.calls.map(async({id:a})=>this.callAssist.media(a)?.stats().catch(()=>null)))).filter(a=>a!=null);(t.length||this.stats.length)&&(this.stats=t)}async#h(){const t=async()=>{this.text=await this.callAssist.report()},a=()=>this.copy(this.text);await this.tell(t,"",s("setup.other"))&&await this.tell(a,s("diag.copied"),s("diag.copy_by_hand"))}}export{Q as CaDiagnostics};
