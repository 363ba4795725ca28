import{s as b,u as o,A as v,x}from"./app-Y0z-pJrJ.js";import{a as k}from"./avatar-CJSuQZL6.js";import{a as y}from"./live-COBrK9xO.js";import{a as I,d as T,w as _,t}from"./pages-CXwiQy5o.js";import{e as h,f as M,m as K}from"./rows-C3naBxZ5.js";function m({direction:e,reason:n}){return e==="incoming"&&(n==="missed"||n==="do_not_disturb")}class N{#e;#n;constructor({contacts:n,accounts:s}){this.#e=new Map(n.map(a=>[`${a.accountId}
${a.id}`,a])),this.#n=new Map(s.map(a=>[a.id,a]))}person({peer:n}){return this.#e.get(`${n.accountId}
${n.contactId}`)}account({peer:n}){return this.#n.get(n.accountId)}}function $(e,n,s){const a=n.account(e),r=e.connected===null?"":`${h(e.ended-e.connected)}.`,i={n:n.person(e)?.name??e.peer.name,s,account:a?.address??"",protocol:a?.protocolName??"",time:r};return{title:t(`end.${e.reason}`,i),text:t(`end.${e.reason}.text`,i)}}function f({offered:e,connected:n,ended:s}){const a=t(e.video?"hist.video":"hist.voice");return n===null?a:t("hist.talked",{kind:a,time:h(s-n)})}function g(e){return m(e)?o`${b(I)}`:o`<span class="dir">${b(e.direction==="incoming"?T:_)}</span>`}function w(e,n,s){return m(e)?t("card.missed"):e.connected===null?$(e,n,s).title:t(e.direction==="incoming"?"hist.incoming":"hist.outgoing")}function A(e,n){const{known:s,station:a,opened:r}=n,i=s.person(e),l=s.account(e),d=i?.name??e.peer.name,p=r===e.id,u=c=>o`<button
      class="ib ${c==="video"?"go":"tonal"}"
      data-action="call-${c}"
      data-entry=${e.id}
      aria-label=${t(`card.${c}_to`,{n:d})}
      ?disabled=${!l||c==="video"&&i?.callable.video===!1}
    >
      ${b(c==="video"?x:y)}
    </button>`;return o`<li class="call ${m(e)?"missed":""}">
    <button class="who" data-action="details" data-entry=${e.id} aria-expanded=${p}>
      ${k({id:e.peer.contactId,name:d,avatar:i?.avatar??null})}
      <span class="t"
        ><b><bdi>${d}</bdi></b
        ><small>${f(e)}${l?o` · <bdi>${l.protocolName}</bdi>`:v}</small></span
      >
      <span class="why">${g(e)}<span>${w(e,s,a)}</span></span>
      <span class="num">${M(e.began)}</span>
    </button>
    ${u("voice")}${u("video")} ${p?C(e,n):v}
  </li>`}function C(e,{known:n,station:s,now:a,asked:r}){const{title:i,text:l}=$(e,n,s),d=(p,u,c)=>o`<button class="btn ${u}" data-action=${p} data-entry=${e.id}>${c}</button>`;return o`<div class="more">
    <p><b>${i}</b>${l}</p>
    <p class="hint"><span>${K(e.began,a)}</span> · <bdi>${e.peer.address}</bdi></p>
    ${r===e.id?o`<p role="alert">${t("hist.delete_sure")}</p>
            <div class="acts">
              ${d("keep","edge",t("common.cancel"))}${d("delete-yes","stop",t("hist.delete"))}
            </div>`:o`<div class="acts">
            ${d("delete","edge",t("hist.delete"))}
            ${n.person(e)?d("person","tonal",t("hist.person")):v}
          </div>`}
  </div>`}export{N as K,w as a,A as c,m as i,f as k,g as w};
