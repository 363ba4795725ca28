import{U as O,A as c,p as o,o as x,m as g}from"./app-BSw7dXN4.js";import{f as I}from"./level-DapfjhjY.js";import{S as U}from"./scope-C3W3wVmq.js";import{t as l}from"./more-CKql4LaE.js";import{c as v,d as B,b as h,g as k,i as w,j as y,v as L,k as $,o as _,f as z,p as D,s as q,t as A}from"./overlay-CszJfAbA.js";import{c as N,a as S,l as T,s as W,p as V}from"./icons-DhBr-6eO.js";import{h as Y}from"./avatar-BrttZgst.js";import{s as C,m as E}from"./styles-CNDxjE_E.js";import{s as K}from"./second-6QAPyK28.js";import"./live-5psPmYdV.js";import"./station-of-CKuNdvPH.js";import"./target-of-C0PIqFxi.js";import"./devices-BSqrq19G.js";function X(n,e,i,t){const a=d=>d*1e3/t,s=a(e.audio.packetsReceived-n.audio.packetsReceived),r=a(e.video.framesDecoded-n.video.framesDecoded),p=[i.audio?s:null,i.video?r:null].filter(d=>d!==null);return p.length>0&&p.every(d=>d===0)?"none":i.audio&&s<2||i.video&&r<8||e.roundTrip!==null&&e.roundTrip>400?"weak":"good"}const F=3e3;class H{quality=null;#i;#e=null;#n=null;#a=0;#t=!1;constructor(e){this.#i=e}look(e,i,t,a){if(e?.phase==="reconnecting")return this.#o(i,"none");if(e?.phase!=="active"||!i)return this.#o(i,null);if(i!==this.#e&&this.#o(i,null),this.quality==="none"&&!this.#n&&(this.quality=null),this.#t||t-this.#a<F)return;this.#a=t,this.#t=!0;const s={audio:!e.remoteAudioMuted,video:e.remoteVideo&&!a};i.stats().then(r=>i===this.#e&&this.#s(r,t,s)).catch(()=>{}).finally(()=>this.#t=!1)}#s(e,i,t){const a=this.#n;if(this.#n={at:i,stats:e},!a||i<=a.at)return;const s=X(a.stats,e,t,i-a.at);s!==this.quality&&(this.quality=s,this.#i())}#o(e,i){this.#e=e,this.#n=null,this.quality=i}}class P{#i;#e;#n=null;#a=null;constructor(e,i={}){this.#i=e,this.#e=i}listen(e){e!==this.#n&&(this.#n=e,this.#a&&(this.#a.close(),this.#a=null,this.#i(0)),e?.readyState==="live"&&this.#t(e))}#t(e){const i=this.#a=new U(reportError),{throughMute:t,createContext:a=()=>new AudioContext}=this.#e,s=r=>this.#i(r??0);try{I({track:t?G(e,i):e,createContext:a,clock:O,scope:i,onLevel:s})}catch{i.close()}}}function G(n,e){const i=n.clone();return i.enabled=!0,e.add(()=>i.stop()),i}function J(n,e){return o`<div class="dock" role="toolbar" aria-label=${l("call.controls")}>
    <p class="hint">${e.unheard?l("call.self_mic"):c}</p>
    ${v(n)}${n.ring?c:o`${B(n)}${h({action:"camera",call:n,icon:N,word:l("call.change"),look:"key",opens:!0})}`}${h({action:"make-small",call:n,icon:S,word:l("call.small"),look:"key"})}${h({action:"volume",call:n,icon:C,word:l("call.volume"),look:"key",opens:!0})}${h({action:"more",call:n,icon:E,word:l("call.more"),look:"key",opens:!0})}${k(n,e,"key end")}
  </div>`}function Q(n,{preview:e,cameraName:i,swapped:t,now:a}){const{state:s}=n.camera,r=s==="lost"||s==="failed",p=w(n,i,a),d=n.connected===null?!n.wanted.audio:!n.sending.audio,u=y(n)&&n.cameraOnAt===null;return o`<div class="self" data-camera=${s} data-drag>
    ${e&&(u||t)?Z(n,e,p,t):s==="off"&&!n.offered.video?c:o`<div class="pic">${x(L)}</div>`}
    <p class="st ${r?"alert":""}"><i class="lamp ${u?"":"no"}"></i>${p}</p>
    ${d?o`<p class="st alert">${x($)}${l("call.self_mic")}</p>`:c}
  </div>`}function Z(n,e,i,t){const a=`${l("call.self_label")}, ${i}. ${l("call.swap")}. ${l("call.move")}`;return o`<button
    class="pic ${t?"window":""}"
    data-action="swap"
    data-call=${n.id}
    aria-label=${a}
    aria-pressed=${t}
  >
    ${t?c:e}
  </button>`}function m(n,e){return(n.remoteVideo||e)&&n.phase!=="connecting"}function ee(n,e,i){const{peer:t,phase:a}=n,{hidden:s,resting:r,sharing:p,swapped:d,preview:u,covered:R}=i,f=m(n,p),b=!f&&!(d&&u),j=n.deadline===null?0:_(n.deadline,i.now);return o`<section
    class="stage ca-active-call ${f?"pictured":""} ${a} ${r?"resting":""} ${e?"second-waits":""}"
    style="--tint:${Y(t.contactId)}"
    ?inert=${R}
  >
    ${d&&u?o`<div class="large">${u}</div>`:c}
    <div class="shade t"></div>
    <div class="shade b"></div>
    ${e??c}
    <div class="heads">
      <div class="who">
        ${b?c:o`<h2 id="name"><bdi>${t.name}</bdi></h2>`}
        <p class="meta" id="via">${ae(n,i)}</p>
      </div>
      ${n.ring&&!n.ring.away?c:Q(n,i)}
    </div>
    <div class="center">
      ${b?o`${z(n,s)}
              <h2 class="alone" id="name"><bdi>${t.name}</bdi></h2>
              ${a==="active"?ie:c}`:c}
      ${a==="reconnecting"?o`<div class="toast">
              <h3>${l("call.reconnecting")}</h3>
              <p class="num">${l("call.keep_trying",{s:D(j)})}</p>
            </div>`:c}
      ${n.ring&&!n.ring.away?o`<ca-door .call=${n} .nameless=${s} over></ca-door>`:c}
      ${i.soundBlocked?h({action:"touch-to-hear",call:n,icon:C,word:l("call.hear",{n:q(n)}),look:"big solid"}):c}
    </div>
    ${J(n,i)}
  </section>`}const ie=o`<div class="level" aria-hidden="true"><i></i><i></i><i></i><i></i><i></i><i></i><i></i></div>`,ne={good:4,weak:2,none:0};function ae(n,{now:e,quality:i,sharing:t}){const a=n.connected,s={n:q(n)};return[a===null?o`<span>${l("call.connecting")}</span>`:o`<span class="num" role="timer" data-duration>${A(e-a)}</span>`,n.offered.video||n.remoteVideo?c:o`<span>${l("out.voice")}</span>`,n.security&&a!==null?o`<span data-security=${n.security}>${x(T)}${l(`call.lock.${n.security}`)}</span>`:c,i&&a!==null?o`<span data-quality=${i}
          ><span class="bars" aria-hidden="true"
            >${[0,1,2,3].map(r=>o`<i class=${r<ne[i]?"":"n"}></i>`)}</span
          >${l(`call.${i}`)}</span
        >`:c,te(n,s),t?o`<span data-sharing>${x(W)}${l("call.screen",s)}</span>`:c]}function te({remoteOnHold:n,remoteAudioMuted:e},i){return n?o`<span data-on-hold>${x(V)}${l("call.on_hold",i)}</span>`:e?o`<span data-remote-muted>${x($)}${l("call.muted",i)}</span>`:c}function se(n,e){const{now:i,cameraName:t,hidden:a,sharing:s}=e,r=n.connected;return o`<section class="mini-bar ca-active-call ${n.phase}">
    <button
      class="back"
      data-action="restore"
      data-call=${n.id}
      aria-label=${l("call.back")}
      aria-describedby="name via"
    >
      ${m(n,s)?x(S):z(n,a)}
    </button>
    <div class="who">
      <h2 id="name"><bdi>${n.peer.name}</bdi></h2>
      <p class="meta" id="via">
        ${n.phase==="reconnecting"?o`<span>${l("call.reconnecting")}</span>`:r===null?o`<span>${l("call.connecting")}</span>`:o`<span class="num" role="timer">${A(i-r)}</span>`}
        <span class="cut"><i class="lamp ${y(n)?"":"no"}"></i>${w(n,t,i)}</span>
      </p>
    </div>
    ${v(n)}${k(n,e,"key end")}
  </section>`}class oe{corner="top-end";#i;#e=null;#n=!1;constructor(e){this.#i=e}down(e){this.#n=!1;const i=e.target.closest("[data-drag]");this.#e=i&&e.isPrimary?{id:e.pointerId,x:e.clientX,y:e.clientY}:null}move(e,i){if(!this.#e||e.pointerId!==this.#e.id)return;const[t,a]=[e.clientX-this.#e.x,e.clientY-this.#e.y];!this.#n&&Math.hypot(t,a)<10||(this.#n||(this.#n=!0,le(i,e.pointerId)),i.style.setProperty("--dx",`${t}px`),i.style.setProperty("--dy",`${a}px`))}up(e,i){if(!this.#e||e.pointerId!==this.#e.id)return;this.#e=null;const t=i.querySelector("[data-drag]")?.getBoundingClientRect();if(i.style.removeProperty("--dx"),i.style.removeProperty("--dy"),!this.#n||e.type==="pointercancel"||!t)return;const a=i.getBoundingClientRect(),s=t.top+t.height/2>a.top+a.height/2,r=t.left+t.width/2>a.left+a.width/2;this.#a(s,r===M(i))}get dragged(){return this.#n}key(e,i){const t=this.corner.startsWith("bottom"),a=this.corner.endsWith("end"),s=M(i)?"ArrowRight":"ArrowLeft";if(e==="ArrowUp"||e==="ArrowDown")this.#a(e==="ArrowDown",a);else if(e==="ArrowLeft"||e==="ArrowRight")this.#a(t,e===s);else return!1;return!0}#a(e,i){this.corner=`${e?"bottom":"top"}-${i?"end":"start"}`,this.#i()}}function le(n,e){try{n.setPointerCapture(e)}catch{}}const M=n=>getComputedStyle(n).direction!=="rtl";function re(n,e,i){const{style:t}=e;if(e.classList.toggle("small",n!==null),!n)return void t.removeProperty("inset");const[a,s]=[n.getBoundingClientRect(),i.getBoundingClientRect()];t.inset=`${a.top-s.top}px ${s.right-a.right}px ${s.bottom-a.bottom}px ${a.left-s.left}px`}const ce=g`
  dialog.mini {
    inset: auto 16px 16px auto;
    inset-inline: auto 16px;
    inline-size: min(600px, calc(100% - 32px));
    block-size: auto;
    border-radius: 26px;
    background: #15191d;
    color: #fff;
    box-shadow:
      0 0 0 2px rgba(255, 255, 255, 0.22),
      0 10px 30px rgba(0, 0, 0, 0.5);
    /* Where there are no popovers. */
    z-index: 2147483647;
  }
  dialog.mini::backdrop {
    background: none;
  }
  .mini .players {
    inset: 0 auto 0 0;
    inset-inline: 0 auto;
    inline-size: 176px;
  }
  .mini .players video {
    object-fit: cover;
  }
  .mini-bar {
    position: relative;
    display: flex;
    align-items: stretch;
    gap: 10px;
    padding: 10px;
    padding-inline-start: 0;
  }
  .mini-bar .back {
    inline-size: 176px;
    min-block-size: 96px;
    margin-block: -10px;
    flex: none;
    display: grid;
    place-items: center;
    color: #fff;
    --i: 30px;
  }
  .mini-bar .back > .i {
    padding: 0;
    border-radius: 50%;
    background: rgba(12, 14, 17, 0.7);
    box-shadow: 0 0 0 12px rgba(12, 14, 17, 0.7);
  }
  .mini-bar .av {
    --s: 72px;
  }
  .mini-bar .who {
    flex: 1;
    align-self: center;
    margin: 0;
    max-inline-size: none;
  }
  .mini-bar h2 {
    font-size: 20px;
    -webkit-line-clamp: 1;
  }
  .mini-bar .meta {
    font-size: 15px;
    margin-block-start: 2px;
    flex-direction: column;
    gap: 0;
  }
  .mini-bar .cut {
    min-inline-size: 0;
  }
  .mini-bar .key {
    flex: none;
    inline-size: 84px;
    min-block-size: 76px;
    font-size: 14px;
    --i: 28px;
    border-radius: 20px;
  }
  .mini-bar .key.end {
    inline-size: 92px;
    margin: 0;
    flex-direction: column;
    gap: 7px;
  }
  .mini-bar :focus-visible {
    outline-color: #fff;
    outline-offset: -3px;
  }
  @media (max-width: 600px) {
    dialog.mini {
      inset-inline: 8px;
      inset-block-end: 8px;
      inline-size: auto;
    }
    .mini .players,
    .mini-bar .back {
      inline-size: 96px;
    }
    .mini-bar {
      gap: 6px;
    }
    .mini-bar h2 {
      font-size: 17px;
    }
    .mini-bar .key,
    .mini-bar .key.end {
      inline-size: 74px;
    }
    .mini-bar .cut {
      display: none;
    }
    .mini-bar .av {
      --s: 60px;
    }
  }
  @media (max-width: 360px) {
    .mini .players,
    .mini-bar .back {
      inline-size: 64px;
    }
    .mini-bar .av {
      --s: 48px;
    }
    .mini-bar .key,
    .mini-bar .key.end {
      font-size: 13px;
    }
  }
`,de=g`
  @media (max-width: 900px) {
    dialog {
      --dock: 330px;
    }
    .second {
      flex-wrap: wrap;
    }
    .second .acts {
      inline-size: 100%;
      flex-wrap: wrap;
    }
    .second .acts > * {
      flex: 1 1 40%;
      padding-inline: 16px;
    }
    .dock {
      inline-size: calc(100% - 32px);
      max-inline-size: none;
      margin-block-end: 20px;
      flex-wrap: wrap;
      gap: 8px;
    }
    .key {
      flex: 1 1 30%;
      inline-size: auto;
    }
    .key.end {
      flex-basis: 100%;
      margin-inline-start: 0;
      margin-block-start: 12px;
      flex-direction: row;
      gap: 16px;
      font-size: 22px;
      min-block-size: 84px;
    }
  }
  @media (max-width: 600px) {
    dialog {
      --dock: 290px;
    }
    .heads {
      padding: 20px 16px 0 20px;
      padding-inline: 20px 16px;
    }
    .who {
      max-inline-size: calc(100% - 150px);
    }
    [data-corner='top-start'] .who {
      margin-inline-start: 150px;
    }
    .who h2 {
      font-size: 28px;
    }
    .alone {
      font-size: 34px;
    }
    .meta {
      font-size: 16px;
      --i: 18px;
    }
    .self {
      inline-size: 138px;
      border-radius: 18px;
      inset-block-start: 20px;
      inset-inline-end: 16px;
    }
    [data-corner$='start'] .self {
      inset-inline-start: 16px;
    }
    .self .pic {
      aspect-ratio: 3/4;
    }
    /* A picture that is not there would cover their face; the words below it stay. */
    .stage:not(.pictured) .self div.pic {
      display: none;
    }
    .st {
      font-size: 14px;
      padding: 7px 10px;
      gap: 6px;
      --i: 16px;
    }
    .key {
      min-block-size: 80px;
      font-size: 14px;
      --i: 28px;
      border-radius: 22px;
    }
    .second b {
      font-size: 22px;
    }
  }
  @media (max-height: 620px) {
    .alone {
      font-size: 44px;
    }
    .stage .center {
      gap: 14px;
      padding-block: 8px;
    }
    .stage .center .av {
      --s: clamp(56px, 18vh, 196px);
    }
    .level {
      block-size: 32px;
    }
  }
  @media (max-height: 620px) and (min-width: 601px) {
    dialog {
      --dock: 100px;
    }
    .dock {
      flex-wrap: nowrap;
    }
    .key,
    .key.end {
      flex: 1 1 0;
      min-block-size: 80px;
      flex-direction: column;
      gap: 6px;
      margin-block-start: 0;
      font-size: 15px;
    }
  }
`,pe=g`
  .stage {
    position: absolute;
    inset: 0;
    color: #fff;
    display: flex;
    flex-direction: column;
    overflow: hidden;
  }
  .stage:not(.pictured) {
    background: radial-gradient(80% 90% at 50% 30%, oklch(0.42 0.09 var(--tint) / 0.6), transparent 75%) #0d1013;
  }
  .stage.reconnecting.pictured {
    background: rgba(6, 8, 10, 0.55);
  }
  .shade {
    position: absolute;
    inset-inline: 0;
    pointer-events: none;
  }
  .shade.t {
    inset-block-start: 0;
    block-size: 230px;
    background: linear-gradient(rgba(6, 8, 10, 0.82), rgba(6, 8, 10, 0.62) 50%, transparent);
  }
  .shade.b {
    inset-block-end: 0;
    block-size: 240px;
    background: linear-gradient(transparent, rgba(6, 8, 10, 0.7));
  }
  .heads {
    min-block-size: 120px;
    padding: 28px 32px 0;
    position: relative;
  }
  .who {
    min-inline-size: 0;
    max-inline-size: calc(100% - 320px);
  }
  [data-corner='top-start'] .who {
    margin-inline-start: 320px;
  }
  [data-corner^='bottom'] .who {
    max-inline-size: none;
  }
  .who h2 {
    font-size: 40px;
    line-height: 1.15;
    font-weight: 500;
    overflow-wrap: anywhere;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .cut {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 22px;
    font-size: 20px;
    margin-block-start: 8px;
    --i: 22px;
  }
  .meta span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
    display: inline-flex;
    gap: 8px;
    align-items: center;
  }
  .bars {
    gap: 3px !important;
    align-items: flex-end !important;
    block-size: 18px;
  }
  .bars i {
    inline-size: 5px;
    block-size: 6px;
    border-radius: 2px;
    background: #fff;
  }
  .bars i:nth-child(2) {
    block-size: 10px;
  }
  .bars i:nth-child(3) {
    block-size: 14px;
  }
  .bars i:nth-child(4) {
    block-size: 18px;
  }
  .bars .n {
    background: rgba(255, 255, 255, 0.32);
  }
  .large {
    position: absolute;
    inset: 0;
    background: #0d1013;
  }
  .large video {
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
  }
  .self {
    position: absolute;
    z-index: 1;
    inset-block-start: 28px;
    inset-inline-end: 32px;
    inline-size: 288px;
    transform: translate(var(--dx, 0), var(--dy, 0));
    touch-action: none;
    cursor: grab;
    border-radius: 22px;
    overflow: hidden;
    background: #15191d;
    box-shadow:
      0 0 0 2px rgba(255, 255, 255, 0.22),
      0 10px 30px rgba(0, 0, 0, 0.4);
  }
  [data-corner$='start'] .self {
    inset-inline: 32px auto;
  }
  [data-corner^='bottom'] .self {
    position: fixed;
    inset-block: auto calc(var(--dock, 120px) + 48px);
  }
  .self .pic {
    inline-size: 100%;
    touch-action: none;
    cursor: inherit;
  }
  .self .pic:focus-visible {
    outline-offset: -4px;
  }
  .pic.window {
    background: none;
  }
  /* Their picture, over the window in ours. */
  .players.small {
    z-index: 2;
    pointer-events: none;
    overflow: hidden;
    border-radius: 20px 20px 0 0;
  }
  .players.small video {
    object-fit: cover;
  }
  .st {
    display: flex;
    align-items: center;
    gap: 10px;
    padding: 9px 14px;
    font-size: 17px;
    font-weight: 500;
    --i: 20px;
    line-height: 1.25;
  }
  .st.alert {
    background: #b3261e;
  }
  .lamp {
    inline-size: 12px;
    block-size: 12px;
    border-radius: 50%;
    background: #4cd964;
    box-shadow: 0 0 0 4px rgba(76, 217, 100, 0.25);
    flex: none;
    margin-inline: 4px;
  }
  .lamp.no {
    background: none;
    box-shadow: inset 0 0 0 2px #c9d0d6;
  }
  .stage .center {
    flex: 1;
    min-block-size: 0;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 28px;
    padding: 16px;
    position: relative;
  }
  .stage .center .av {
    --s: clamp(88px, 25vh, 196px);
  }
  .alone {
    flex: none;
    font-size: 56px;
    line-height: 1.15;
    font-weight: 500;
    text-align: center;
    max-inline-size: 100%;
    overflow-wrap: anywhere;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .level {
    display: flex;
    gap: 7px;
    align-items: center;
    block-size: 56px;
  }
  .level i {
    inline-size: 8px;
    block-size: 100%;
    border-radius: 4px;
    background: #fff;
    opacity: 0.9;
    --share: 1;
    transform: scaleY(calc(0.14 + 0.86 * var(--share) * var(--level, 0)));
    transition: transform 100ms linear;
  }
  .level i:nth-child(odd) {
    --share: 0.6;
  }
  .level i:first-child,
  .level i:last-child {
    --share: 0.3;
  }
  @media (prefers-reduced-motion: reduce) {
    .level {
      visibility: hidden;
    }
  }
  .toast {
    background: rgba(12, 14, 17, 0.9);
    border-radius: 32px;
    padding: 28px 44px;
    text-align: center;
  }
  .toast h3 {
    font-size: 36px;
    font-weight: 500;
    line-height: 1.2;
  }
  .toast p {
    font-size: 22px;
    margin-block-start: 8px;
  }
  .dock {
    position: relative;
    margin: 0 auto 28px;
    max-inline-size: calc(100% - 48px);
    display: flex;
    gap: 10px;
    padding: 12px;
    border-radius: 36px;
    background: rgba(18, 21, 25, 0.88);
  }
  .dock .hint {
    position: absolute;
    inset-block-end: calc(100% + 12px);
    inset-inline-start: 12px;
    padding: 10px 16px;
    border-radius: 16px;
    background: #b3261e;
    font-size: 18px;
    font-weight: 500;
  }
  .dock .hint:empty {
    visibility: hidden;
  }
  .key {
    inline-size: 116px;
    min-block-size: 96px;
    border-radius: 26px;
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    gap: 7px;
    padding: 8px 6px;
    font-weight: 500;
    line-height: 1.15;
    --i: 34px;
    background: rgba(255, 255, 255, 0.1);
    overflow-wrap: anywhere;
  }
  .who,
  .dock,
  .shade {
    transition: opacity var(--ha-animation-duration-normal, 250ms);
  }
  .resting .who,
  .resting .dock,
  .resting .shade {
    opacity: 0;
  }
  .key.off {
    background: #fff;
    color: #14181c;
  }
  .key.end {
    background: #b3261e;
    inline-size: 148px;
    margin-inline-start: 22px;
  }
  .stage :focus-visible {
    outline-color: #fff;
  }
  .second {
    position: relative;
    margin: 24px auto 0;
    inline-size: calc(100% - 48px);
    max-inline-size: 1140px;
    border-radius: 32px;
    background: var(--surface);
    color: var(--text);
    padding: 18px 20px;
    padding-inline-start: 24px;
    display: flex;
    align-items: center;
    gap: 20px;
    box-shadow: 0 16px 50px rgba(0, 0, 0, 0.5);
    z-index: 2;
  }
  .sheet ~ .second {
    position: absolute;
    inset-block-start: 16px;
    inset-inline: 16px;
    margin: 0 auto;
    inline-size: auto;
  }
  .second .still {
    flex: none;
    inline-size: 176px;
    aspect-ratio: 16 / 9;
    object-fit: cover;
    border-radius: 16px;
    background: var(--sunken);
  }
  .second .t {
    flex: 1;
    min-inline-size: 0;
    line-height: 1.25;
    font-size: 18px;
    color: var(--quiet);
  }
  .second b {
    font-size: 28px;
    display: block;
    color: var(--text);
    overflow-wrap: anywhere;
  }
  .second .av {
    --s: 72px;
  }
  .second .acts {
    display: flex;
    gap: 12px;
  }
  .second :focus-visible {
    outline-color: var(--accent-ink);
  }
`;class xe{#i=null;#e=0;hear(e,i){e<.02?this.#i=null:i-(this.#i??=i)>=300&&(this.#e=i+4e3)}forget(){this.#i=null,this.#e=0}at(e){return e<this.#e}}const ue=[pe,de,ce];class he{place;#i;#e=new xe;#n;#a;#t;#s=!1;#o=null;constructor(e,i){this.#n=i,this.place=new oe(e),this.#i=new H(e),this.#a=new P(t=>this.#o?.style.setProperty("--level",Math.sqrt(Math.min(1,t)).toFixed(2))),this.#t=new P(t=>{const a=this.unheard;this.#e.hear(t,i()),this.unheard!==a&&e()},{throughMute:!0})}get quality(){return this.#i.quality}get unheard(){return this.#e.at(this.#n())}begin(){this.#s=!1}swap(){this.#s=!this.#s}follow(e,i,t,a){this.#i.look(e,i,t,a);const s=e?.phase==="active"?e:null,r=s&&!m(s,a)&&!s.remoteAudioMuted;this.#a.listen(r?i?.remote.value.participants.find(({audio:d})=>d)?.audio??null:null);const p=s!==null&&!s.wanted.audio;this.#t.listen(p?i?.voice.value??null:null),p||this.#e.forget()}pictured(e,i){return m(e,i)}second(e,i){return K(e,i)}render({call:e,second:i,small:t},a){if(t)return se(e,a);const s=this.#s&&a.preview!==null;return ee(e,i,{...a,quality:this.quality,swapped:s,unheard:this.unheard})}drawn(e,i){this.#o=i,re(i.querySelector(".pic.window"),e,i)}close(){this.#a.listen(null),this.#t.listen(null)}}export{he as Talking,ue as styles};
