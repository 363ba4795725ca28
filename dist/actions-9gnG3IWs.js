import{l as x}from"./app-oQJzt6yM.js";import{t as $}from"./live-BLqYFu5I.js";import{d as _,i as E,f as q,w as O,e as g,v as S,b as j}from"./follow-CXILmOiZ.js";import{b as z,p as C}from"./styles-vvU9KK_3.js";import{t as c}from"./more-D1QN5pac.js";class R extends _{static styles=[z,E`
      dialog {
        inline-size: min(440px, calc(100vw - 32px));
        padding: 24px;
        border: 0;
        border-radius: 28px;
        background: var(--card-background-color, #fff);
        color: var(--primary-text-color, #1c1c1c);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 60%);
      }
      h2 {
        margin: 0 0 8px;
        font-size: 24px;
        line-height: 1.2;
        overflow-wrap: anywhere;
      }
      p {
        margin: 0 0 20px;
      }
      .acts {
        display: grid;
        gap: 12px;
      }
      .btn {
        min-block-size: 56px;
      }
    `];static properties={text:{attribute:!1}};#e=null;constructor(){super(),this.text="",q(this,()=>[O])}render(){return j`<dialog aria-labelledby="who" aria-describedby="why" @close=${this.#o}>
      <h2 id="who" dir="auto">${c("note.dial",{n:this.text})}</h2>
      <p id="why">${c("ask.link")}</p>
      <div class="acts">
        <button class="btn solid" data-action="video" @click=${()=>this.#t("video")}>
          ${g(S)}${c("out.video")}
        </button>
        <button class="btn solid" data-action="voice" @click=${()=>this.#t("voice")}>
          ${g(C)}${c("out.voice")}
        </button>
        <button class="btn edge" data-action="cancel" @click=${()=>this.#t(null)}>${c("common.cancel")}</button>
      </div>
    </dialog>`}firstUpdated(){this.renderRoot.querySelector("dialog")?.showModal(),this.renderRoot.querySelector('[data-action="cancel"]')?.focus()}#t(e){this.#e=e,this.renderRoot.querySelector("dialog")?.close()}#o=()=>{this.remove(),this.dispatchEvent(new CustomEvent("chosen",{detail:this.#e}))}}function A(t){customElements.get("ca-ask")||customElements.define("ca-ask",R),document.querySelector("ca-ask")?.shadowRoot?.querySelector("dialog")?.close();const e=Object.assign(document.createElement("ca-ask"),{text:t});return new Promise(o=>{e.addEventListener("chosen",n=>o(n.detail),{once:!0}),document.body.append(e)})}const D=["microphone","camera","do_not_disturb"],L=["history","contact","settings","diagnostics","setup"],p={answer:"answer",decline:"decline",hang_up:"hang-up"},P=255;function b(t,e){const[,o="",n=""]=/^([a-z_]+)(?::(.*))?$/su.exec(t)??[],a=e===null?{}:{station:e};return o==="dial"||o==="dial_voice"?m(n,o==="dial",a):o==="open"?y(n):Object.hasOwn(p,t)?v(t,a):null}function M(t){if(typeof t=="string")return b(t,null);if(typeof t!="object"||t===null)return null;const{video:e=!0,station:o,...n}=t;if(o!==void 0&&typeof o!="string")return null;const a=o===void 0?{}:{station:o},[[s,i]=["",null],...r]=Object.entries(n);if(r.length>0||typeof e!="boolean")return null;if(s==="dial")return typeof i=="string"?m(i,e,a):null;if(s==="open")return typeof i=="string"?y(i):null;const l=D.find(k=>k===s);return l?typeof i=="boolean"||i==="toggle"?{do:"switch",what:l,to:i,...a}:null:i===!0?v(s,a):null}function m(t,e,o){const n=t.trim();return n&&n.length<=P?{do:"dial",text:n,video:e,...o}:null}function v(t,e){const o=Object.hasOwn(p,t)?p[t]:void 0;return o?{do:o,...e}:null}function y(t){const e=L.find(o=>o===t);return e?{do:"open",view:e}:null}async function N(t,e,o){const n=b(e,o);if(n?.do!=="dial")return f(t,n);await t.ready;const{stations:a,station:s}=t.snapshot.value;if((o===null?s:a.find(({slug:r})=>r===o))?.linkDials)return f(t,n);const i=await A(n.text);i!==null&&await w(t,{...n,video:i==="video"},"touch")}function U(t,e){return f(t,M(e))}async function f(t,e){if(await t.ready,e===null)return h("refused_bad_value");switch(e.do){case"dial":return w(t,e,"page");case"switch":return W(t,e);case"open":return(await x("pages",()=>import("./pages-Biu1WDUk.js").then(o=>o.y)))?.openPage(t,e.view);case"answer":return d(t,{type:"answer",video:!0,by:"page",...u(e)});case"decline":case"hang-up":return d(t,{type:e.do,by:"page",...u(e)});default:return e}}const u=({station:t})=>t===void 0?{}:{station:t};function w(t,e,o){return d(t,{type:"dial",to:{text:e.text},video:e.video,by:o,...u(e)})}async function W(t,e){const{calls:o,quiet:n}=t.snapshot.value;if(e.what==="do_not_disturb"){const r=e.to==="toggle"?!n:e.to;return t.configureDevice({doNotDisturb:r}).catch(()=>h("refused_not_ready"))}const a=e.what==="microphone"?"audio":"video",s=o.find(({phase:r,reason:l})=>l===null&&r!=="ringing-in")?.wanted[a]??!1,i=e.to==="toggle"?!s:e.to;return d(t,{type:"set-media",[a]:i,by:"page",...u(e)})}async function d(t,e){const o=await t.command(e);!o.ok&&o.reason.startsWith("refused_")&&h(o.reason)}function h(t){const e=$(`refused.${t}`);document.querySelector("home-assistant")?.dispatchEvent(new CustomEvent("hass-notification",{detail:{message:e},bubbles:!0,composed:!0}))}export{U as runAction,N as runLink};
