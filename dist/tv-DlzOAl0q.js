import{S as R,c as j,s as T,w as v,D as M,b as c,r as O,a as V,i as A,d as H,f as q,A as m,e as p,v as N,g as w,h as D}from"./follow-CWbI0FnA.js";import{e as I,t as r,d as W,a as U,p as Y}from"./explain-y3D2aDD4.js";import{a as B}from"./avatar-BKWrL17g.js";import{S as g}from"./scope-C3W3wVmq.js";import{C as F,u as Q,w as G,g as J,p as K,r as X,a as Z,b as tt,s as b,c as et,k as st,o as it,S as y,L as at,h as nt,i as ot}from"./helper-channel-SNPERrgv.js";import{c as lt}from"./connection-DOomwcAs.js";import"./base64-njSH9Cvo.js";import"./wait-CEEqXWGA.js";import"./page-B5csOpmF.js";class h extends HTMLElement{static stage;#t={};#s=()=>{};constructor(){super(),R(this.attachShadow({mode:"open"}),[O,V])}setConfig(t){this.#t=j(t),this.isConnected&&this.#e()}set hass(t){if(!t)return;const e=t.locale?.language??t.language;e&&T(e),h.stage.connect(t)}getCardSize(){return 12}connectedCallback(){this.#s=v.subscribe(()=>this.#e()),this.#e()}disconnectedCallback(){this.#s(),h.stage.leave(this)}#e(){const{shadowRoot:t}=this;if(t){if(this.#t.mode==="tv"){t.contains(h.stage.view)||h.stage.enter(this);return}h.stage.leave(this),M(c`<ha-card>${I(!0)}</ha-card>`,t)}}}function rt(a){const t=Math.floor(a/1e3),e=n=>String(n%60).padStart(2,"0"),[s,i]=[Math.floor(t/60),Math.floor(t/3600)];return i>0?`${i}:${e(s)}:${e(t)}`:`${s}:${e(t)}`}function ct(a,t){if(!a.width||!a.height||!t.width||!t.height)return"contain";const e=a.width*t.height/(a.height*t.width);return 1-Math.min(e,1/e)<=.14?"cover":"contain"}class k{element=document.createElement("div");#t=null;#s=[];constructor(t){this.element.className=t}show(t){if(t===this.#t)return;if(this.#t=t,!t)return this.#i([]);const e=document.createElement("video");Object.assign(e,{muted:!0,playsInline:!0,autoplay:!0,disablePictureInPicture:!0}),e.srcObject=new MediaStream([t]),e.addEventListener("loadeddata",()=>{this.#s.at(-1)===e&&this.#i([e])}),e.addEventListener("resize",()=>this.#e(e)),this.#i([...this.#s.slice(0,1),e]),this.element.append(e),this.play()}play(){for(const t of this.#s)t.play().catch(()=>{})}get seen(){const t=this.#s.at(-1);if(!t)return{frames:0,width:0,height:0};const{totalVideoFrames:e}=t.getVideoPlaybackQuality();return{frames:e,width:t.videoWidth,height:t.videoHeight}}#e(t){const{videoWidth:e,videoHeight:s}=t,{clientWidth:i,clientHeight:n}=this.element;t.dataset.fit=ct({width:e,height:s},{width:i,height:n})}#i(t){for(const e of this.#s)t.includes(e)||(e.srcObject=null,e.remove());this.#s=t}}class ht{element=new Audio;#t=null;#s=!1;get blocked(){return this.#s}play(t,e){const s=e>0?t:null;this.element.volume=e,s!==this.#t&&(this.#t=s,this.element.srcObject=s&&new MediaStream([s]),s&&this.#e(s))}resume(){this.#t&&this.#e(this.#t)}async#e(t){try{await this.element.play(),this.#s=!1}catch(e){t===this.#t&&(this.#s=e.name==="NotAllowedError")}}}const dt=A`
  :host {
    --u: min(100vw / 1920, 100vh / 1080);
    --ground: #0b0d10;
    position: fixed;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    padding: 0;
    border: 0;
    overflow: hidden;
    z-index: 9;
    display: block;
    background: var(--ground);
    color: #fff;
    color-scheme: dark;
    cursor: none;
    font: 400 calc(32 * var(--u)) / 1.35 var(--ha-font-family-body, Roboto, 'Noto Sans', system-ui, sans-serif);
    -webkit-font-smoothing: antialiased;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  p {
    margin: 0;
    font-weight: 400;
  }
  h2 {
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  /* Names keep their own direction, not their own side. */
  [dir='auto'] {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  [hidden] {
    display: none !important;
  }
  .i {
    inline-size: calc(34 * var(--u));
    block-size: calc(34 * var(--u));
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .f {
    fill: currentColor;
    stroke: none;
  }

  .stage,
  .picture,
  .preview,
  video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
  }
  video {
    object-fit: contain;
  }
  .preview video,
  [data-fit='cover'] {
    object-fit: cover;
  }
  .stage.dim {
    opacity: 0.42;
  }
  .shade {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0;
    block-size: calc(420 * var(--u));
    background: linear-gradient(transparent, rgba(6, 8, 10, 0.86));
  }
  /* TVs cut off up to 5 % at each edge. */
  .own {
    position: absolute;
    inset-block-start: 5%;
    inset-inline-end: 5%;
    inline-size: calc(320 * var(--u));
    aspect-ratio: 16 / 9;
    border-radius: calc(20 * var(--u));
    overflow: hidden;
    background: #1d2226;
    box-shadow: 0 0 0 calc(3 * var(--u)) rgba(255, 255, 255, 0.3);
  }
  .trouble {
    position: absolute;
    inset: 0 5%;
    display: grid;
    place-content: center;
    text-align: center;
    font-size: calc(44 * var(--u));
    text-shadow: 0 0 calc(12 * var(--u)) #000;
  }
  .low {
    position: absolute;
    inset-inline: 5%;
    inset-block-end: 6%;
    display: flex;
    align-items: flex-end;
    justify-content: space-between;
    gap: calc(36 * var(--u));
    color: #e8ecef;
  }
  .who {
    min-inline-size: 0;
  }
  .low h2 {
    color: #fff;
    font-size: calc(72 * var(--u));
    line-height: 1.1;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .low h2.long {
    font-size: calc(56 * var(--u));
  }
  .who p,
  .who span {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(12 * var(--u));
  }
  .who p {
    gap: 0 calc(30 * var(--u));
    margin-block-start: calc(8 * var(--u));
  }
  .time {
    font-variant-numeric: tabular-nums;
  }
  .keys {
    flex: none;
    max-inline-size: calc(420 * var(--u));
    text-align: end;
    font-size: calc(28 * var(--u));
    text-wrap: balance;
  }

  .full {
    position: absolute;
    inset: 0;
    padding: 5%;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    text-align: center;
    gap: calc(20 * var(--u));
    color: #dfe4e8;
    font-size: calc(44 * var(--u));
  }
  .glow {
    background: radial-gradient(90% 90% at 50% 20%, #0b3c5d, var(--ground) 75%);
  }
  .full h2 {
    color: #fff;
    font-size: calc(104 * var(--u));
    line-height: 1.1;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  .full h2.long {
    font-size: calc(72 * var(--u));
  }
  .full h2.calm {
    font-size: calc(64 * var(--u));
    color: #c3cad0;
  }
  .quiet {
    max-inline-size: 40ch;
    font-size: calc(36 * var(--u));
    color: #a7b0b7;
    text-wrap: balance;
  }
  .hint {
    display: flex;
    align-items: center;
    gap: calc(18 * var(--u));
    margin-block-start: calc(44 * var(--u));
    padding: calc(22 * var(--u)) calc(44 * var(--u));
    border-radius: 999px;
    background: rgba(255, 255, 255, 0.12);
    color: #fff;
    font-size: calc(36 * var(--u));
  }
  .av {
    position: relative;
    flex: none;
    inline-size: calc(280 * var(--u));
    block-size: calc(280 * var(--u));
    margin-block-end: calc(28 * var(--u));
  }
  .p {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    border-radius: 50%;
    font-size: calc(106 * var(--u));
    font-weight: 500;
    color: #fff;
    background: #35607c;
    background: linear-gradient(150deg, oklch(0.56 0.115 var(--h, 240)), oklch(0.44 0.115 calc(var(--h, 240) + 18)));
  }
  .plain .p {
    background: rgba(255, 255, 255, 0.14);
  }
  .p .i {
    inline-size: calc(128 * var(--u));
    block-size: calc(128 * var(--u));
  }

  .full,
  .low,
  .shade {
    animation: come 400ms ease-out;
  }
  @keyframes come {
    from {
      opacity: 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .full,
    .low,
    .shade {
      animation: none;
    }
  }
`,ut={audio:null,picture:null,preview:null};class x extends H{static styles=dt;#t;#s=new k("picture");#e=new k("preview");#i=new ht;constructor(t){super(),this.#t=t,q(this,()=>[v,t])}playing(){return{...this.#s.seen,soundBlocked:this.#i.blocked}}get isLive(){return $(this.#t.value)!==null}connectedCallback(){super.connectedCallback(),"showPopover"in this&&(this.popover="manual",this.showPopover()),this.#s.play(),this.#e.play(),this.#i.resume()}willUpdate(){const t=this.#t.value,{audio:e,picture:s,preview:i}=$(t)??ut,n=t.state==="showing"||t.state==="lost"?t.call:null;this.#s.show(s),this.#e.show(i);const o=t.state==="showing"&&n?.type==="call"&&n.sound;this.#i.play(e,o?n.level:0)}render(){const t=this.#t.value;switch(t.state){case"dark":return c``;case"idle":return ft(t.why);case"waiting":return c`<div class="full glow"><p class="quiet" role="status">${r("cast.waiting")}</p></div>`;case"showing":case"lost":{const{call:e}=t;return e.type==="ringing"?pt(e):this.#a(e,t.media,t.state==="lost")}}}#a(t,e,s){const i=s?r("cast.lost"):t.state==="active"?"":r(`cast.state.${t.state}`),n=t.picture&&e.picture!==null;return c`
      <div class="stage ${i?"dim":""}" ?hidden=${!n}>${this.#s.element}</div>
      ${this.#i.element}
      ${n?c`<div class="shade"></div>`:c`<div class="full glow">${S(t.name)}</div>`}
      <div class="own" ?hidden=${t.camera===""||e.preview===null}>${this.#e.element}</div>
      ${i?c`<p class="trouble" role="status">${i}</p>`:m}
      <div class="low">
        <div class="who">
          <h2 dir="auto" class=${t.name.length>24?"long":""}>${t.name}</h2>
          <p>
            <bdi class="time">${rt(t.lasted)}</bdi>
            <span>
              ${t.camera===""?m:p(N)}
              <bdi>${t.camera===""?r("cast.camera_off"):r("cast.camera",{camera:t.camera})}</bdi>
            </span>
          </p>
        </div>
        <p class="keys">${r("cast.controls",{station:t.station})}</p>
      </div>
    `}}function $(a){return a.state==="showing"||a.state==="lost"?a.media:null}function pt({name:a,station:t,kind:e}){const s=e==="door",i=s?r("cast.rang"):a===""?r("cast.somebody"):r("cast.calls",{n:a});return c`<div class="full glow" role="alert">
    ${s?c`<span class="av plain"><span class="p">${p(W)}</span></span>`:S(a)}
    <h2 dir="auto" class=${i.length>24?"long":""}>${i}</h2>
    <p dir="auto">${s&&a!==""?a:r(`cast.kind.${e}`)}</p>
    <p class="hint">${p(U)}<span>${r("cast.answer",{station:t})}</span></p>
  </div>`}function S(a){return a===""?c`<span class="av plain"><span class="p">${p(Y)}</span></span>`:B({id:a,name:a,avatar:null})}function ft(a){return c`<div class="full" role="status">
    <h2 class="calm">${r(`cast.idle.${a}`)}</h2>
    <p class="quiet">${r(`cast.idle.${a}_text`)}</p>
  </div>`}const wt={0:"audio",1:"picture",2:"preview"};class gt{#t;#s=new RTCPeerConnection;#e=null;#i={audio:null,picture:null,preview:null};constructor(t){this.#t=t;const{scope:e}=t,{signal:s}=e;e.add(()=>this.#s.close()),this.#s.addEventListener("track",({track:i,transceiver:n})=>{const o=wt[n.mid??""];o&&(this.#i={...this.#i,[o]:i},t.changed())},{signal:s}),this.#s.addEventListener("datachannel",({channel:i})=>{i.label===F&&this.#a(i)},{signal:s})}get media(){return this.#i}async answer(t){const{clock:e,scope:s}=this.#t,i=Q(t);return await this.#s.setRemoteDescription({type:"offer",sdp:G(i)}),await this.#s.setLocalDescription(),await J(this.#s,e,s.signal),K(X(this.#s.localDescription?.sdp??"",i))}say(t){this.#e?.readyState==="open"&&this.#e.send(Z(t))}#a(t){const{scope:e,heard:s,misunderstood:i}=this.#t;this.#e=t,t.addEventListener("message",({data:n})=>{try{s(tt(n))}catch(o){i(o)}},{signal:e.signal})}}const vt=3e3,z=3e3,C=300,E=15e3,P=5;class mt{state=new w({state:"waiting"});#t;#s=null;#e=null;#i=null;#a=Promise.resolve();#n=new Map;constructor(t){this.#t=t;const{channel:e,scope:s}=t;s.add(()=>this.#d("ended")),s.add(e.text.subscribe(i=>this.#u(i))),this.#h("gone",E,()=>{this.#d("not_invited")}),this.#p(()=>this.#o())}async#o(){const{channel:t,secret:e,codecs:s,random:i,platform:n}=this.#t;this.#h("again",vt,()=>this.#p(()=>this.#o()));const{text:o,seal:l}=await b("ready",et({codecs:s},i),e);this.#s=l,await t.write(o).catch(u=>n.log.log("info","the helper takes nothing yet",u))}#u(t){t===null||st(t)!=="offer"||this.#p(()=>this.#f(t))}async#f(t){const{channel:e,secret:s,platform:i,scope:n}=this.#t;if(!this.#s)return;const o=await it(t,s,this.#s);this.#s=null,this.#g("again"),await this.#e?.scope.close();const l=new g(d=>i.log.log("error","releasing the connection to the kiosk",d)),u=new gt({clock:i.clock,scope:l,heard:d=>this.#w(d),misunderstood:d=>i.log.log("warn","the connection to the kiosk",d),changed:()=>this.#l()});this.#e={peer:u,scope:l};const{text:f}=await b("answer",await u.answer(o.body),s,o.seal);if(n.closed)return l.close();await e.write(f,t),this.#r(),this.#c()}#w(t){if(t.type==="bye")return void this.#d("ended");this.#i=t,this.#r(),this.#l()}#r(){this.#g("gone");const t=()=>{this.#h("gone",E-z,()=>{this.#d("kiosk_gone")}),this.#e&&this.#i&&this.state.set({state:"lost",call:this.#i,media:this.#e.peer.media}),this.#p(()=>this.#o())};this.#h("lost",z-C,()=>this.#h("lost",C,t))}#l(){const{value:t}=this.state;!this.#e||t.state==="over"||!this.#i||this.state.set({state:"showing",call:this.#i,media:this.#e.peer.media})}#c(t=P){this.#h("say",t>0?y/P:y,()=>{const e=this.#t.playing();this.#e?.peer.say({type:"playing",...e}),this.#c(e.frames>0?0:Math.max(0,t-1))})}async#d(t){for(const e of this.#n.values())e();this.#n.clear(),this.state.value.state!=="over"&&this.state.set({state:"over",reason:t}),await this.#e?.scope.close(),this.#e=null}#p(t){this.#a=this.#a.then(async()=>{const{scope:e,platform:s}=this.#t;if(!(e.closed||this.state.value.state==="over"))try{await t()}catch(i){if(e.closed)return;s.log.log("warn","a text of the kiosk was refused",i instanceof Error?i.message:""),i instanceof at&&i.problem==="version"&&await this.#d("other_version")}})}#h(t,e,s){this.#g(t),this.#n.set(t,this.#t.platform.clock.after(e,s))}#g(t){this.#n.get(t)?.(),this.#n.delete(t)}}function _(){if(!("RTCPeerConnection"in globalThis)||!isSecureContext)return[];const a=RTCRtpReceiver.getCapabilities("video")?.codecs??[];return["H264","VP8"].filter(t=>a.some(({mimeType:e})=>e===`video/${t}`))}const bt=/^call_assist_\w+_link$/;class yt{text=new w(null);#t;#s;#e;#i=[];#a=new Set;constructor(t,e,s){this.#t=t,this.#s=e,this.#e=s}async write(t,e){if(this.#i.length===0&&await this.#n(),this.#a.add(t),e===void 0)return xt(this.#i.map(i=>i.write(t)));const s=this.#i.find(i=>i.text.value===e);if(!s)throw new Error("nobody waits for this answer");await s.write(t),await this.#o(this.#i.filter(i=>i!==s))}async#n(){const t=await kt(this.#t);if(t.length===0)throw new Error("there is no link helper");this.#e.signal.throwIfAborted(),this.#i=t.map(e=>nt(this.#t,e,this.#s,this.#e));for(const e of this.#i)this.#e.add(e.text.subscribe(s=>this.text.set(s)));this.#e.add(()=>this.#o(this.#i))}async#o(t){const e=t.filter(({text:s})=>s.value!==null&&this.#a.has(s.value));await Promise.allSettled(e.map(s=>s.write("")))}}async function kt(a){const t=Object.keys(a.states.value).filter(i=>i.startsWith("input_text.")),e={type:"config/entity_registry/get_entries",entity_ids:t},s=await a.request(e).catch(()=>({}));return t.filter(i=>bt.test(s[i]?.unique_id??i.slice(11)))}async function xt(a){const t=await Promise.allSettled(a),e=t.find(s=>s.status==="rejected");if(e&&t.every(({status:s})=>s==="rejected"))throw e.reason}function $t(){const a=document.querySelector("hc-main")?.shadowRoot?.querySelector("hc-lovelace")?.viewPath??null;return a===null?null:String(a)}function L(a){return/^\d+~([\w-]{22})$/.exec(a)?.[1]??null}const St=3e4,zt=6e4;class Ct{state=new w({state:"idle",why:"no_secret"});#t;#s=null;#e=null;#i=null;#a=new Set;#n=null;#o=()=>{};constructor(t){this.#t=t,this.#l("no_secret")}connect({connection:t,auth:e}){if(t===this.#s)return;this.#s=t;const{platform:s,connect:i=n=>lt({platform:s,page:Promise.resolve(n)})}=this.#t;this.#e?.then(n=>n.close()),this.#e=i({conn:t,auth:e}),this.#i!==null&&this.#n&&this.#u(this.#i)}look(t){const e=L(t);if(e!==this.#i){if(this.#i=e,this.#c(),e===null)return this.#l("no_secret");if(this.#a.has(e))return this.#l("not_invited");if(this.#a.add(e),_().length===0)return this.#l("cannot");this.#u(e)}}#u(t){this.#c();const{platform:e}=this.#t,{log:s,clock:i}=e,n=new g(l=>s.log("error","releasing a call on this TV",l));this.#n=n,this.#o(),this.state.set({state:"waiting"});const o=i.after(St,()=>this.state.value.state==="waiting"&&this.#r("not_invited"));n.add(o),this.#f(t,n).catch(l=>{n.closed||(s.log("error","this TV could not receive",l),this.#r("not_invited"))})}async#f(t,e){const{platform:s,random:i,playing:n}=this.#t,o=await ot(t),l=await this.#e;if(!l||e.closed||(await Et(l,e),e.closed))return;const u=new yt(l,s.clock,e.child()),f=new mt({channel:u,secret:o,codecs:_(),playing:n,platform:s,random:i,scope:e.child()});e.add(f.state.subscribe(d=>this.#w(d)))}#w(t){t.state==="over"?this.#r(t.reason):this.state.set(t)}#r(t){this.#c(),this.#l(t)}#l(t){this.state.set({state:"idle",why:t}),this.#o(),this.#o=this.#t.platform.clock.after(zt,()=>this.state.set({state:"dark"}))}#c(){this.#n?.close(),this.#n=null}}function Et({states:a},t){return Object.keys(a.value).length>0?Promise.resolve():new Promise(e=>{const s=a.subscribe(()=>e());t.add(()=>{s(),e()})})}class Pt{view;#t;#s=new g(()=>{});#e=null;constructor(t){this.#t=new Ct({...t,playing:()=>this.view.playing()}),this.view=new x(this.#t.state),this.#s.add(this.#t.state.subscribe(()=>{this.#e||this.#i()}));const{signal:e}=this.#s;addEventListener("cast-view-changed",()=>this.#a(),{signal:e})}connect(t){this.#t.connect(t)}enter(t){this.#e=t,this.view.style.direction=getComputedStyle(t).direction,t.shadowRoot?.append(this.view),this.#a()}leave(t){this.#e===t&&(this.#e=null,this.#i())}async close(){this.#t.look(""),this.view.remove(),await this.#s.close()}#i(){this.view.isLive?this.view.parentNode!==document.body&&document.body.append(this.view):this.view.remove()}#a(){const t=$t();t!==null&&(this.#e||L(t)===null)&&this.#t.look(t)}}function _t(){if(customElements.get("call-assist-card"))return;customElements.get("ca-cast-view")||customElements.define("ca-cast-view",x);const a=t=>crypto.getRandomValues(new Uint8Array(t));h.stage=new Pt({platform:D(),random:a}),customElements.define("call-assist-card",h)}export{_t as start};
