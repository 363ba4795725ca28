import{s as C,y as S,u as l,n as T,K as j,A as m,t as q}from"./app-Y0z-pJrJ.js";import{t,m as P,c as I,P as $}from"./pages-CXwiQy5o.js";import{u as M,e as w,m as z}from"./rows-C3naBxZ5.js";import{s as B}from"./accounts-BBTNhqOl.js";import{r as D,c as H,f as O}from"./progress-8o__cPo5.js";import{c as K}from"./live-COBrK9xO.js";import"./more-C15upvYQ.js";import"./live-iogHi4ow.js";import"./setup-BPqFui-p.js";function N({version:s,homeAssistant:a,now:e,snapshot:i,calls:n,checks:o}){const{accounts:c,problems:d,contacts:k,requests:b,station:v,settings:p,role:y,secureContext:A}=i;return`${[`Call Assist report, ${new Date(e).toISOString().slice(0,19)}Z`,`Call Assist ${x(s)}, Home Assistant ${x(a)}`,`page: ${A?"secure":"not secure"}, ${y}`,...d.map(r=>`problem: ${r.kind}${r.kind==="storage"?`, ${r.problem}`:""}`),...c.map(({protocol:r,status:h})=>[`account: ${E(r)}`,h.state,"reason"in h?h.reason:""].filter(Boolean).join(", ")),`people: ${k.length}, requests: ${b.length}`,`station: ${v.camera==="this_device"?"camera of this device":"camera of Home Assistant"}`,`settings: lock ${p.lock}, names ${p.hideNames}, ${p.quietTimes.length} quiet times, second call ${p.secondCall}`,...o.map(({id:r,status:h,reason:_})=>`check: ${r}, ${h}, ${_}`),...W(n)].join(`
`)}
`}function W(s){const{incoming:a,outgoing:e,connected:i}=f(s),n=new Map;for(const{reason:c}of s)n.set(c,(n.get(c)??0)+1);const o=[...n].map(([c,d])=>`${c} ${d}`).join(", ");return[`calls: ${a} in, ${e} out, ${i} connected`,...o?[`ended: ${o}`]:[]]}function f(s){const a=s.filter(({direction:n})=>n==="incoming").length,e=s.flatMap(({connected:n,ended:o})=>n===null?[]:[o-n]),i=e.toSorted((n,o)=>n-o)[Math.floor(e.length/2)]??null;return{incoming:a,outgoing:s.length-a,connected:e.length,middle:i}}const x=s=>s!==null&&/^\d{1,4}(?:\.\d{1,4}){2}[a-z\d.-]{0,12}$/.test(s)?s:"unknown",E=s=>/^[a-z]{1,12}$/.test(s)?s:"other";function u(s,a,e){const i={ok:I,warn:S,fail:K,skipped:P}[s];return l`<div class="line">
    <span class="state ${s}" role="img" aria-label=${t(`diag.${s}`)}>${C(i)}</span>
    <span class="t"
      ><b><bdi>${a}</bdi></b
      ><small>${e}</small></span
    >
  </div>`}function g(s){return l`<dl>
    ${s.map(([a,e])=>l`<dt>${a}</dt>
          <dd><bdi>${e}</bdi></dd>`)}
  </dl>`}function F({video:s,relayed:a,roundTrip:e}){return[[t("diag.path"),a===null?t("diag.unknown"):t(a?"diag.relayed":"diag.direct")],[t("diag.picture"),s.width?`${s.width} × ${s.height}`:t("diag.unknown")],[t("diag.round_trip"),e===null?t("diag.unknown"):M(Math.round(e),"millisecond")]]}function R(s){switch(s.kind){case"storage":return[t("storage.title"),t(`storage.${s.problem}`)];case"insecure-page":return[t("card.insecure"),t("card.insecure_text")];case"helpers-missing":return[t("diag.helpers",{count:s.entities.length}),t("card.helpers_text",{list:s.entities.join(", ")})];case"home-assistant-away":return[t("card.ha_away"),t("card.ha_away_text")];case"update-waiting":return[t("card.update"),t("card.update_text")];default:return s}}function V({status:s}){return s.state==="online"?s.notice?"warn":"ok":s.state==="signed-out"?"fail":s.state==="connecting"?"skipped":"warn"}function Z({status:s}){return s.state==="online"?s.notice?t(`set.${s.notice}`):"":s.state==="connecting"?"":t(`diag.why.${s.reason}`)}const G=200,J=2e3;class L extends ${static styles=[...$.styles,T`
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
    `];static properties={calls:{state:!0},homeAssistant:{state:!0},stats:{state:!0},text:{state:!0}};now=()=>Date.now();copy=a=>navigator.clipboard.writeText(a);#t;constructor(){super(),this.calls=[],this.homeAssistant=null,this.stats=[],this.text=""}connectedCallback(){super.connectedCallback(),this.#t=setInterval(()=>{this.#e()},J),this.#d()}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.#t)}act(a){a==="copy-report"&&this.#h()}get#s(){return[...D(this.callAssist).values()]}render(){return l`<p class="said" role="status">${this.said}</p>
      <div class="cols">
        <div>
          ${this.#n()}
          <h3 class="cap">${t("diag.checks")}</h3>
          <div class="box">${this.#i()}</div>
          <h3 class="cap">${t("set.accounts")}</h3>
          <div class="box">${this.#o()}</div>
        </div>
        <div>
          <h3 class="cap">${t("diag.versions")}</h3>
          <div class="box">${this.#c()}</div>
          <h3 class="cap">${t("page.history")}</h3>
          <div class="box">${this.#l()}</div>
          <h3 class="cap">${t("diag.report")}</h3>
          <pre tabindex="0" dir="ltr" lang="en" aria-label=${t("diag.report")}>${this.text}</pre>
          <p class="hint">${t("diag.report_text")}</p>
        </div>
      </div>`}#n(){const{problems:a}=this.snapshot,e=j();return!a.length&&!e.length?m:l`<h3 class="cap">${t("diag.problems")}</h3>
      <div class="box">
        ${a.map(i=>u("fail",...R(i)))}
        ${e.length?u("warn",t("diag.unknown_keys"),e.join(", ")):m}
      </div>`}#i(){const a=this.#s;return l`${a.map(e=>u(e.status,q(`check.${e.id}`),[H(e),e.fix?O(e.fix):""].filter(Boolean).join(" ")))}
      <div class="line">
        <span class="t"><small>${t(a.length?"diag.check_again":"diag.not_checked")}</small></span>
        <button class="btn edge" data-action="setup" @click=${()=>this.open("setup")}>${t("diag.check")}</button>
      </div>`}#o(){const{accounts:a}=this.snapshot;return a.length?l`${a.map(e=>u(V(e),e.address,`${e.protocolName} · ${[t(B(e)),Z(e)].filter(Boolean).join(". ")}`))}`:u("skipped",t("diag.no_accounts"),"")}#c(){return g([["Call Assist",this.callAssist.version],["Home Assistant",this.homeAssistant??t("diag.unknown")],[t("diag.secure"),t(this.snapshot.secureContext?"diag.yes":"diag.no")]])}#l(){const{incoming:a,outgoing:e,connected:i,middle:n}=f(this.calls),[o]=this.calls;return l`${g([[t("hist.incoming"),String(a)],[t("hist.outgoing"),String(e)],[t("diag.connected"),String(i)],...n===null?[]:[[t("diag.middle"),w(n)]],...o?[[t("diag.last"),z(o.began,this.now())],...o.connected===null?[]:[[t("diag.lasted"),w(o.ended-o.connected)]],[t("diag.last_end"),this.#r(o)]]:[]])}
    ${this.stats.map(c=>g(F(c)))}`}#r({reason:a,peer:e}){const i=this.snapshot.accounts.find(({id:n})=>n===e.accountId);return t(`end.${a}`,{n:t("diag.nobody"),account:i?.address??t("diag.unknown")})}async#d(){const a=window,e=async()=>(await a.hassConnection)?.conn.haVersion??null,[i,n]=await Promise.all([this.callAssist.history({filter:"all",limit:G}).catch(()=>[]),e().catch(()=>null),this.#e()]);this.calls=i,this.homeAssistant=n,this.text=await this.#a()}async#e(){const a=(await Promise.all(this.snapshot.calls.map(async({id:e})=>this.callAssist.media(e)?.stats().catch(()=>null)))).filter(e=>e!=null);(a.length||this.stats.length)&&(this.stats=a)}#a(){const{report:a}=this.callAssist,{version:e}=this.callAssist,{calls:i,homeAssistant:n,snapshot:o}=this,c=this.#s,d=()=>N({version:e,homeAssistant:n,now:this.now(),snapshot:o,calls:i,checks:c});return a?a.call(this.callAssist).catch(d):Promise.resolve(d())}async#h(){const a=async()=>{this.text=await this.#a(),await this.copy(this.text)};await this.tell(a,t("diag.copied"),t("diag.copy_by_hand"))}}export{L as CaDiagnostics};
