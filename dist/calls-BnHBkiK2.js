import{i as y,b as i,e as u,A as m,v as I}from"./follow-CXILmOiZ.js";import{i as h}from"./end-reasons-Bq-Tj-rB.js";import{a as A}from"./avatar-D5ZbJEIc.js";import{p as T}from"./styles-vvU9KK_3.js";import{P as g,t as a,i as E,j as M,w as R,d as b,k as z,n as N}from"./pages-Biu1WDUk.js";import{L as C,R as D}from"./messages-DbDkMBe2.js";import{a as K,p as L}from"./view-B3YbeZbq.js";class O extends g{static styles=[...g.styles,y`
      :host {
        inline-size: 100%;
      }
      .more {
        display: grid;
        gap: 8px;
        margin-block-start: 12px;
        text-align: start;
      }
      .btn {
        inline-size: 100%;
      }
      textarea.in {
        padding-block: 14px;
        font: inherit;
        color: inherit;
        resize: vertical;
      }
    `];static properties={writing:{state:!0},working:{state:!0}};constructor(){super(),this.writing=!1,this.working=!1}render(){return i`<button
        class="btn edge"
        data-action="message"
        aria-expanded=${this.writing}
        @click=${()=>this.writing=!this.writing}
      >
        ${a("common.message")}
      </button>
      <div class="more" ?hidden=${!this.writing}>
        ${D.map(s=>i`<button
              class="btn"
              data-message=${s}
              aria-disabled=${this.working}
              @click=${()=>{this.#e(a(s))}}
            >
              ${a(s)}
            </button>`)}
        <textarea
          class="in"
          rows="2"
          dir="auto"
          maxlength=${C}
          aria-label=${a("msg.own")}
          placeholder=${a("msg.own")}
        ></textarea>
        <button class="btn solid" data-action="send" aria-disabled=${this.working} @click=${this.#s}>
          ${a(this.working?"msg.sending":"msg.send")}
        </button>
      </div>
      <p class="said" role="status">${this.said}</p>`}#s=async()=>{const s=this.renderRoot.querySelector("textarea"),t=s?.value.trim()??"";if(!t)return s?.focus();await this.#e(t)&&s&&(s.value="")};async#e(s){const t=K(this.detail);if(!t||this.working)return!1;this.working=!0;const{accountId:o,contactId:n}=t,d=await this.tell(()=>this.callAssist.sendMessage(o,n,s),a("msg.sent"),a("msg.failed"));return this.working=!1,d&&(this.writing=!1),d}}customElements.get("ca-message")||customElements.define("ca-message",O);class P{hidden;#s;#e;constructor({contacts:s,accounts:t},o=!1){this.hidden=o,this.#s=new Map(s.map(n=>[`${n.accountId}
${n.id}`,n])),this.#e=new Map(t.map(n=>[n.id,n]))}person({peer:s}){return this.#s.get(`${s.accountId}
${s.contactId}`)}name(s){return this.hidden?a("card.somebody"):this.person(s)?.name??s.peer.name}account({peer:s}){return this.#e.get(s.accountId)}}function $(e,s){const t=s.account(e),o=e.connected===null?"":`${b(e.ended-e.connected)}.`,n={n:s.name(e),account:t?.address??"",protocol:t?.protocolName??"",time:o};return{title:a(`end.${e.reason}`,n),text:a(`end.${e.reason}.text`,n)}}function w({offered:e,connected:s,ended:t}){const o=a(e.video?"hist.video":"hist.voice");return s===null?o:a("hist.talked",{kind:o,time:b(t-s)})}function f(e){return h(e)?i`${u(E)}`:i`<span class="dir">${u(e.direction==="incoming"?M:R)}</span>`}function v(e,s){return h(e)?a("card.missed"):e.connected===null?$(e,s).title:a(e.direction==="incoming"?"hist.incoming":"hist.outgoing")}const S={id:"",name:"?",avatar:null};function _(e,s){const{known:t,opened:o}=s,n=t.person(e),d=t.account(e),p=t.name(e),r=o===e.id,c=l=>i`<button
      class="ib ${l==="video"?"go":"tonal"}"
      data-action="call-${l}"
      data-entry=${e.id}
      aria-label=${a(`card.${l}_to`,{n:p})}
      ?disabled=${l==="video"&&n?.callable.video===!1}
    >
      ${u(l==="video"?I:T)}
    </button>`;return i`<li class="call ${h(e)?"missed":""}">
    <button class="who" data-action="details" data-entry=${e.id} aria-expanded=${r}>
      ${A(t.hidden?S:{id:e.peer.contactId,name:p,avatar:n?.avatar??null})}
      <span class="t"
        ><b><bdi>${p}</bdi></b
        ><small>${w(e)}${d?i` · <bdi>${d.protocolName}</bdi>`:m}</small></span
      >
      <span class="why">${f(e)}<span>${v(e,t)}</span></span>
      <span class="num">${z(e.began)}</span>
    </button>
    ${d?i`${c("voice")}${c("video")}`:m} ${r?j(e,s):m}
  </li>`}function j(e,{callAssist:s,known:t,now:o,asked:n}){const{title:d,text:p}=$(e,t),r=t.hidden?void 0:t.person(e),c=(l,k,x)=>i`<button class="btn ${k}" data-action=${l} data-entry=${e.id}>${x}</button>`;return i`<div class="more">
    <p><b>${d}</b>${p}</p>
    <p class="hint">
      <span>${N(e.began,o)}</span>${t.hidden?m:i` · <bdi>${e.peer.address}</bdi>`}
    </p>
    ${n===e.id?i`<p role="alert">${a("hist.delete_sure")}</p>
            <div class="acts">
              ${c("keep","edge",a("common.cancel"))}${c("delete-yes","stop",a("hist.delete"))}
            </div>`:i`<div class="acts">
            ${c("delete","edge",a("hist.delete"))}
            ${r?c("person","tonal",a("hist.person")):m}
          </div>`}
    ${r?.writable?i`<ca-message .callAssist=${s} .detail=${L(r.accountId,r.id)}></ca-message>`:m}
  </div>`}export{P as K,v as a,_ as c,w as k,f as w};
