import{S as M,c as T,s as A,w as v,D as N,b as l,r as V,a as q,i as H,d as D,f as I,A as m,e as u,v as W,g as p,h as U}from"./follow-CXILmOiZ.js";import{e as Y,t as c,d as B,a as F,p as Q}from"./explain-CKPfS_q-.js";import{a as G}from"./avatar-D5ZbJEIc.js";import{S as f}from"./scope-C3W3wVmq.js";import{C as J,u as K,w as X,g as Z,p as tt,r as et,a as st,b as it,s as b,c as at,k as nt,o as ot,S as y,L as ct,d as lt,e as rt,h as ht,i as dt,n as ut,f as pt}from"./helper-channel-BFyk3OUt.js";import{c as ft}from"./connection-Bnedk97q.js";import"./base64-njSH9Cvo.js";import"./wait-CEEqXWGA.js";import"./page-B5csOpmF.js";class d extends HTMLElement{static stage;#t={};#s=()=>{};constructor(){super(),M(this.attachShadow({mode:"open"}),[V,q])}setConfig(t){this.#t=T(t),this.isConnected&&this.#e()}set hass(t){if(!t)return;const e=t.locale?.language??t.language;e&&A(e),d.stage.connect(t)}getCardSize(){return 12}connectedCallback(){this.#s=v.subscribe(()=>this.#e()),this.#e()}disconnectedCallback(){this.#s(),d.stage.leave(this)}#e(){const{shadowRoot:t}=this;if(t){if(this.#t.mode==="tv"){t.contains(d.stage.view)||d.stage.enter(this);return}d.stage.leave(this),N(l`<ha-card>${Y(!0)}</ha-card>`,t)}}}function wt(a){const t=Math.floor(a/1e3),e=n=>String(n%60).padStart(2,"0"),[s,i]=[Math.floor(t/60),Math.floor(t/3600)];return i>0?`${i}:${e(s)}:${e(t)}`:`${s}:${e(t)}`}function gt(a,t){if(!a.width||!a.height||!t.width||!t.height)return"contain";const e=a.width*t.height/(a.height*t.width);return 1-Math.min(e,1/e)<=.14?"cover":"contain"}class k{element=document.createElement("div");#t=null;#s=[];constructor(t){this.element.className=t}show(t){if(t===this.#t)return;if(this.#t=t,!t)return this.#i([]);const e=document.createElement("video");Object.assign(e,{muted:!0,playsInline:!0,autoplay:!0,disablePictureInPicture:!0}),e.srcObject=new MediaStream([t]),e.addEventListener("loadeddata",()=>{this.#s.at(-1)===e&&this.#i([e])}),e.addEventListener("resize",()=>this.#e(e)),this.#i([...this.#s.slice(0,1),e]),this.element.append(e),this.play()}play(){for(const t of this.#s)t.play().catch(()=>{})}get seen(){const t=this.#s.at(-1);if(!t)return{frames:0,width:0,height:0};const{totalVideoFrames:e}=t.getVideoPlaybackQuality();return{frames:e,width:t.videoWidth,height:t.videoHeight}}#e(t){const{videoWidth:e,videoHeight:s}=t,{clientWidth:i,clientHeight:n}=this.element;t.dataset.fit=gt({width:e,height:s},{width:i,height:n})}#i(t){for(const e of this.#s)t.includes(e)||(e.srcObject=null,e.remove());this.#s=t}}class vt{element=new Audio;#t=null;#s=!1;get blocked(){return this.#s}play(t,e){const s=e>0?t:null;this.element.volume=e,s!==this.#t&&(this.#t=s,this.element.srcObject=s&&new MediaStream([s]),s&&this.#e(s))}resume(){this.#t&&this.#e(this.#t)}async#e(t){try{await this.element.play(),this.#s=!1}catch(e){t===this.#t&&(this.#s=e.name==="NotAllowedError")}}}const mt=H`
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
`,bt={audio:null,picture:null,preview:null};class x extends D{static styles=mt;#t;#s=new k("picture");#e=new k("preview");#i=new vt;constructor(t){super(),this.#t=t,I(this,()=>[v,t])}playing(){return{...this.#s.seen,soundBlocked:this.#i.blocked}}get isLive(){return $(this.#t.value)!==null}connectedCallback(){super.connectedCallback(),"showPopover"in this&&(this.popover="manual",this.showPopover()),this.#s.play(),this.#e.play(),this.#i.resume()}willUpdate(){const t=this.#t.value,{audio:e,picture:s,preview:i}=$(t)??bt,n=t.state==="showing"||t.state==="lost"?t.call:null;this.#s.show(s),this.#e.show(i);const o=t.state==="showing"&&n?.type==="call"&&n.sound;this.#i.play(e,o?n.level:0)}render(){const t=this.#t.value;switch(t.state){case"dark":return l``;case"idle":return kt(t.why);case"waiting":return l`<div class="full glow"><p class="quiet" role="status">${c("cast.waiting")}</p></div>`;case"showing":case"lost":{const{call:e}=t;return e.type==="ringing"?yt(e):this.#a(e,t.media,t.state==="lost")}}}#a(t,e,s){const i=s?c("cast.lost"):t.state==="active"?"":c(`cast.state.${t.state}`),n=t.picture&&e.picture!==null;return l`
      <div class="stage ${i?"dim":""}" ?hidden=${!n}>${this.#s.element}</div>
      ${this.#i.element}
      ${n?l`<div class="shade"></div>`:l`<div class="full glow">${S(t.name)}</div>`}
      <div class="own" ?hidden=${t.camera===""||e.preview===null}>${this.#e.element}</div>
      ${i?l`<p class="trouble" role="status">${i}</p>`:m}
      <div class="low">
        <div class="who">
          <h2 dir="auto" class=${t.name.length>24?"long":""}>${t.name}</h2>
          <p>
            <bdi class="time">${wt(t.lasted)}</bdi>
            <span>
              ${t.camera===""?m:u(W)}
              <bdi>${t.camera===""?c("cast.camera_off"):c("cast.camera",{camera:t.camera})}</bdi>
            </span>
          </p>
        </div>
        <p class="keys">${c("cast.controls",{station:t.station})}</p>
      </div>
    `}}function $(a){return a.state==="showing"||a.state==="lost"?a.media:null}function yt({name:a,station:t,kind:e}){const s=e==="door",i=s?c("cast.rang"):a===""?c("cast.somebody"):c("cast.calls",{n:a});return l`<div class="full glow" role="alert">
    ${s?l`<span class="av plain"><span class="p">${u(B)}</span></span>`:S(a)}
    <h2 dir="auto" class=${i.length>24?"long":""}>${i}</h2>
    <p dir="auto">${s&&a!==""?a:c(`cast.kind.${e}`)}</p>
    <p class="hint">${u(F)}<span>${c("cast.answer",{station:t})}</span></p>
  </div>`}function S(a){return a===""?l`<span class="av plain"><span class="p">${u(Q)}</span></span>`:G({id:a,name:a,avatar:null})}function kt(a){return l`<div class="full" role="status">
    <h2 class="calm">${c(`cast.idle.${a}`)}</h2>
    <p class="quiet">${c(`cast.idle.${a}_text`)}</p>
  </div>`}const xt={0:"audio",1:"picture",2:"preview"};class $t{#t;#s=new RTCPeerConnection({iceCandidatePoolSize:1});#e=null;#i={audio:null,picture:null,preview:null};constructor(t){this.#t=t;const{scope:e}=t,{signal:s}=e;e.add(()=>this.#s.close()),this.#s.addEventListener("track",({track:i,transceiver:n})=>{const o=xt[n.mid??""];o&&(this.#i={...this.#i,[o]:i},t.changed())},{signal:s}),this.#s.addEventListener("datachannel",({channel:i})=>{i.label===J&&this.#a(i)},{signal:s})}get media(){return this.#i}async answer(t){const{clock:e,scope:s}=this.#t,i=K(t);return await this.#s.setRemoteDescription({type:"offer",sdp:X(i)}),await this.#s.setLocalDescription(),await Z(this.#s,e,s.signal),tt(et(this.#s.localDescription?.sdp??"",i))}say(t){this.#e?.readyState==="open"&&this.#e.send(st(t))}#a(t){const{scope:e,heard:s,misunderstood:i}=this.#t;this.#e=t,t.addEventListener("message",({data:n})=>{try{s(it(n))}catch(o){i(o)}},{signal:e.signal})}}const St=3e3,z=3e3,C=300,E=15e3,P=5;class zt{state=new p({state:"waiting"});#t;#s=null;#e=null;#i;#a=null;#o=Promise.resolve();#n=new Map;constructor(t){this.#t=t;const{channel:e,codecs:s,scope:i}=t;this.#i=s.length>0?this.#r():null,i.add(()=>this.#u("ended")),i.add(e.text.subscribe(n=>this.#f(n))),this.#d("gone",E,()=>{this.#u("not_invited")}),this.#p(()=>this.#l())}async#l(){const{channel:t,secret:e,codecs:s,random:i,platform:n}=this.#t;this.#d("again",St,()=>this.#p(()=>this.#l()));const{text:o,seal:r}=await b("ready",at({codecs:s},i),e);this.#s=r,await t.write(o).catch(h=>n.log.log("info","the helper takes nothing yet",h))}#f(t){t===null||nt(t)!=="offer"||this.#p(()=>this.#w(t))}async#w(t){const{channel:e,secret:s,scope:i}=this.#t;if(!this.#s)return;const n=await ot(t,s,this.#s);this.#s=null,this.#g("again"),await this.#e?.scope.close(),this.#e=this.#i??this.#r(),this.#i=null;const{peer:o,scope:r}=this.#e,{text:h}=await b("answer",await o.answer(n.body),s,n.seal);if(i.closed)return r.close();await e.write(h,t),this.#h(),this.#m()}#r(){const{platform:t}=this.#t,e=new f(s=>t.log.log("error","releasing the connection to the kiosk",s));return{peer:new $t({clock:t.clock,scope:e,heard:s=>this.#c(s),misunderstood:s=>t.log.log("warn","the connection to the kiosk",s),changed:()=>this.#v()}),scope:e}}#c(t){if(t.type==="bye")return void this.#u("ended");this.#a=t,this.#h(),this.#v()}#h(){this.#g("gone");const t=()=>{this.#d("gone",E-z,()=>{this.#u("kiosk_gone")}),this.#e&&this.#a&&this.state.set({state:"lost",call:this.#a,media:this.#e.peer.media}),this.#p(()=>this.#l())};this.#d("lost",z-C,()=>this.#d("lost",C,t))}#v(){const{value:t}=this.state;!this.#e||t.state==="over"||!this.#a||this.state.set({state:"showing",call:this.#a,media:this.#e.peer.media})}#m(t=P){this.#d("say",t>0?y/P:y,()=>{const e=this.#t.playing();this.#e?.peer.say({type:"playing",...e}),this.#m(e.frames>0?0:Math.max(0,t-1))})}async#u(t){for(const i of this.#n.values())i();this.#n.clear(),this.state.value.state!=="over"&&this.state.set({state:"over",reason:t});const[e,s]=[this.#e,this.#i];[this.#e,this.#i]=[null,null],await Promise.all([e?.scope.close(),s?.scope.close()])}#p(t){this.#o=this.#o.then(async()=>{const{scope:e,platform:s}=this.#t;if(!(e.closed||this.state.value.state==="over"))try{await t()}catch(i){if(e.closed)return;s.log.log("warn","a text of the kiosk was refused",i instanceof Error?i.message:""),i instanceof ct&&i.problem==="version"&&await this.#u("other_version")}})}#d(t,e,s){this.#g(t),this.#n.set(t,this.#t.platform.clock.after(e,s))}#g(t){this.#n.get(t)?.(),this.#n.delete(t)}}function _(){if(!("RTCPeerConnection"in globalThis)||!isSecureContext)return[];const a=new Set((RTCRtpReceiver.getCapabilities("video")?.codecs??[]).map(lt));return rt.filter(t=>a.has(t))}const Ct=/^call_assist_\w+_link$/;class Et{text=new p(null);#t;#s;#e;#i=[];#a=new Set;constructor(t,e,s){this.#t=t,this.#s=e,this.#e=s}async write(t,e){if(this.#i.length===0&&await this.#o(),this.#a.add(t),e===void 0)return _t(this.#i.map(i=>i.write(t)));const s=this.#i.find(i=>i.text.value===e);if(!s)throw new Error("nobody waits for this answer");await s.write(t),await this.#n(this.#i.filter(i=>i!==s))}async#o(){const t=await Pt(this.#t);if(t.length===0)throw new Error("there is no link helper");this.#e.signal.throwIfAborted(),this.#i=t.map(e=>ht(this.#t,e,this.#s,this.#e));for(const e of this.#i)this.#e.add(e.text.subscribe(s=>this.text.set(s)));this.#e.add(()=>this.#n(this.#i))}async#n(t){const e=t.filter(({text:s})=>s.value!==null&&this.#a.has(s.value));await Promise.allSettled(e.map(s=>s.write("")))}}async function Pt(a){const t=Object.keys(a.states.value).filter(i=>i.startsWith("input_text.")),e={type:"config/entity_registry/get_entries",entity_ids:t},s=await a.request(e).catch(()=>({}));return t.filter(i=>Ct.test(s[i]?.unique_id??i.slice(11)))}async function _t(a){const t=await Promise.allSettled(a),e=t.find(s=>s.status==="rejected");if(e&&t.every(({status:s})=>s==="rejected"))throw e.reason}function Lt(){const a=document.querySelector("hc-main")?.shadowRoot?.querySelector("hc-lovelace")?.viewPath??null;return a===null?null:String(a)}function L(a){const[,t,e]=/^\d+~([\w-]{22})(~n)?$/.exec(a)??[];return t===void 0?null:{secret:t,byNotification:e!==void 0}}const Rt=3e4,jt=6e4;class Ot{state=new p({state:"idle",why:"no_secret"});#t;#s=null;#e=null;#i=null;#a=new Set;#o=null;#n=()=>{};constructor(t){this.#t=t,this.#c("no_secret")}connect({connection:t,auth:e}){if(t===this.#s)return;this.#s=t;const{platform:s,connect:i=n=>ft({platform:s,page:Promise.resolve(n)})}=this.#t;this.#e?.then(n=>n.close()),this.#e=i({conn:t,auth:e}),this.#i&&this.#o&&this.#l(this.#i)}look(t){const e=L(t);if(e?.secret!==this.#i?.secret){if(this.#i=e,this.#h(),!e)return this.#c("no_secret");if(this.#a.has(e.secret))return this.#c("not_invited");this.#a.add(e.secret),this.#l(e)}}#l(t){this.#h();const{platform:e}=this.#t,{log:s,clock:i}=e,n=new f(r=>s.log("error","releasing a call on this TV",r));this.#o=n,this.#n(),w()?this.state.set({state:"waiting"}):this.#c("cannot");const o=i.after(Rt,()=>this.state.value.state==="waiting"&&this.#r("not_invited"));n.add(o),this.#f(t,n).catch(r=>{n.closed||(s.log("error","this TV could not receive",r),this.#r("not_invited"))})}async#f({secret:t,byNotification:e},s){const{platform:i,random:n,playing:o}=this.#t,r=await dt(t),h=await this.#e;if(!h||s.closed||(await Mt(h,s),s.closed))return;const g=s.child(),R=e?await ut(h,r,i.clock,g):new Et(h,i.clock,g);if(s.closed)return;const j=new zt({channel:R,secret:r,codecs:_(),playing:o,platform:i,random:n,scope:s.child()});s.add(j.state.subscribe(O=>this.#w(O)))}#w(t){t.state==="over"?this.#r(t.reason):w()&&this.state.set(t)}#r(t){this.#h(),this.#c(w()?t:"cannot")}#c(t){this.state.set({state:"idle",why:t}),this.#n(),this.#n=this.#t.platform.clock.after(jt,()=>this.state.set({state:"dark"}))}#h(){this.#o?.close(),this.#o=null}}const w=()=>pt(_()).length>0;function Mt({states:a},t){return Object.keys(a.value).length>0?Promise.resolve():new Promise(e=>{const s=a.subscribe(()=>e());t.add(()=>{s(),e()})})}class Tt{view;#t;#s=new f(()=>{});#e=null;constructor(t){this.#t=new Ot({...t,playing:()=>this.view.playing()}),this.view=new x(this.#t.state),this.#s.add(this.#t.state.subscribe(()=>{this.#e||this.#i()}));const{signal:e}=this.#s;addEventListener("cast-view-changed",()=>this.#a(),{signal:e})}connect(t){this.#t.connect(t)}enter(t){this.#e=t,this.view.style.direction=getComputedStyle(t).direction,t.shadowRoot?.append(this.view),this.#a()}leave(t){this.#e===t&&(this.#e=null,this.#i())}async close(){this.#t.look(""),this.view.remove(),await this.#s.close()}#i(){this.view.isLive?this.view.parentNode!==document.body&&document.body.append(this.view):this.view.remove()}#a(){const t=Lt();t!==null&&(this.#e||L(t)===null)&&this.#t.look(t)}}function At(){if(customElements.get("call-assist-card"))return;customElements.get("ca-cast-view")||customElements.define("ca-cast-view",x);const a=t=>crypto.getRandomValues(new Uint8Array(t));d.stage=new Tt({platform:U(),random:a}),customElements.define("call-assist-card",d)}export{At as start};
