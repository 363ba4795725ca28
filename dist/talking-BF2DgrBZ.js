import{f as O}from"./level-DapfjhjY.js";import{S as I}from"./scope-C3W3wVmq.js";import{A as c,p as o,o as x,m as f}from"./app-DrTlllM4.js";import{t as r}from"./more-p4BI0QaW.js";import{c as v,d as T,b as h,g as k,i as w,j as y,v as B,k as $,o as D,f as z,p as L,s as q,t as A}from"./overlay-B6XpcjIB.js";import{c as U,a as S,l as _,s as N,p as W}from"./icons-DhBr-6eO.js";import{h as V}from"./avatar-CmrhYcfs.js";import{s as C,m as Y}from"./styles-C-tRbhVE.js";import{s as E}from"./second-BC08SO0i.js";import"./live-D-ba21Wi.js";import"./station-of-CKuNdvPH.js";import"./target-of-C0PIqFxi.js";import"./devices-BSqrq19G.js";function K(n,e,i,a){const t=d=>d*1e3/a,s=t(e.audio.packetsReceived-n.audio.packetsReceived),l=t(e.video.framesDecoded-n.video.framesDecoded),p=[i.audio?s:null,i.video?l:null].filter(d=>d!==null);return p.length>0&&p.every(d=>d===0)?"none":i.audio&&s<2||i.video&&l<8||e.roundTrip!==null&&e.roundTrip>400?"weak":"good"}const X=3e3;class F{quality=null;#i;#e=null;#n=null;#t=0;#a=!1;constructor(e){this.#i=e}look(e,i,a,t){if(e?.phase==="reconnecting")return this.#o(i,"none");if(e?.phase!=="active"||!i)return this.#o(i,null);if(i!==this.#e&&this.#o(i,null),this.quality==="none"&&!this.#n&&(this.quality=null),this.#a||a-this.#t<X)return;this.#t=a,this.#a=!0;const s={audio:!e.remoteAudioMuted,video:e.remoteVideo&&!t};i.stats().then(l=>i===this.#e&&this.#s(l,a,s)).catch(()=>{}).finally(()=>this.#a=!1)}#s(e,i,a){const t=this.#n;if(this.#n={at:i,stats:e},!t||i<=t.at)return;const s=K(t.stats,e,a,i-t.at);s!==this.quality&&(this.quality=s,this.#i())}#o(e,i){this.#e=e,this.#n=null,this.quality=i}}const H={now:()=>Date.now(),after(n,e){const i=setTimeout(e,n);return()=>clearTimeout(i)}};class P{#i;#e;#n=null;#t=null;constructor(e,i={}){this.#i=e,this.#e=i}listen(e){e!==this.#n&&(this.#n=e,this.#t&&(this.#t.close(),this.#t=null,this.#i(0)),e?.readyState==="live"&&this.#a(e))}#a(e){const i=this.#t=new I(reportError),{throughMute:a,createContext:t=()=>new AudioContext}=this.#e,s=l=>this.#i(l??0);try{O({track:a?G(e,i):e,createContext:t,clock:H,scope:i,onLevel:s})}catch{i.close()}}}function G(n,e){const i=n.clone();return i.enabled=!0,e.add(()=>i.stop()),i}function J(n,e){return o`<div class="dock" role="toolbar" aria-label=${r("call.controls")}>
    <p class="hint">${e.unheard?r("call.self_mic"):c}</p>
    ${v(n)}${n.ring?c:o`${T(n)}${h({action:"camera",call:n,icon:U,word:r("call.change"),look:"key",opens:!0})}`}${h({action:"make-small",call:n,icon:S,word:r("call.small"),look:"key"})}${h({action:"volume",call:n,icon:C,word:r("call.volume"),look:"key",opens:!0})}${h({action:"more",call:n,icon:Y,word:r("call.more"),look:"key",opens:!0})}${k(n,e,"key end")}
  </div>`}function Q(n,{preview:e,cameraName:i,swapped:a,now:t}){const{state:s}=n.camera,l=s==="lost"||s==="failed",p=w(n,i,t),d=n.connected===null?!n.wanted.audio:!n.sending.audio,u=y(n)&&n.cameraOnAt===null;return o`<div class="self" data-camera=${s} data-drag>
    ${e&&(u||a)?Z(n,e,p,a):s==="off"&&!n.offered.video?c:o`<div class="pic">${x(B)}</div>`}
    <p class="st ${l?"alert":""}"><i class="lamp ${u?"":"no"}"></i>${p}</p>
    ${d?o`<p class="st alert">${x($)}${r("call.self_mic")}</p>`:c}
  </div>`}function Z(n,e,i,a){const t=`${r("call.self_label")}, ${i}. ${r("call.swap")}. ${r("call.move")}`;return o`<button
    class="pic ${a?"window":""}"
    data-action="swap"
    data-call=${n.id}
    aria-label=${t}
    aria-pressed=${a}
  >
    ${a?c:e}
  </button>`}function m(n,e){return(n.remoteVideo||e)&&n.phase!=="connecting"}function ee(n,e,i){const{peer:a,phase:t}=n,{hidden:s,resting:l,sharing:p,swapped:d,preview:u,covered:R}=i,g=m(n,p),b=!g&&!(d&&u),j=n.deadline===null?0:D(n.deadline,i.now);return o`<section
    class="stage ca-active-call ${g?"pictured":""} ${t} ${l?"resting":""} ${e?"second-waits":""}"
    style="--tint:${V(a.contactId)}"
    ?inert=${R}
  >
    ${d&&u?o`<div class="large">${u}</div>`:c}
    <div class="shade t"></div>
    <div class="shade b"></div>
    ${e??c}
    <div class="heads">
      <div class="who">
        ${b?c:o`<h2 id="name"><bdi>${a.name}</bdi></h2>`}
        <p class="meta" id="via">${te(n,i)}</p>
      </div>
      ${n.ring&&!n.ring.away?c:Q(n,i)}
    </div>
    <div class="center">
      ${b?o`${z(n,s)}
              <h2 class="alone" id="name"><bdi>${a.name}</bdi></h2>
              ${t==="active"?ie:c}`:c}
      ${t==="reconnecting"?o`<div class="toast">
              <h3>${r("call.reconnecting")}</h3>
              <p class="num">${r("call.keep_trying",{s:L(j)})}</p>
            </div>`:c}
      ${n.ring&&!n.ring.away?o`<ca-door .call=${n} .nameless=${s} over></ca-door>`:c}
      ${i.soundBlocked?h({action:"touch-to-hear",call:n,icon:C,word:r("call.hear",{n:q(n)}),look:"big solid"}):c}
    </div>
    ${J(n,i)}
  </section>`}const ie=o`<div class="level" aria-hidden="true"><i></i><i></i><i></i><i></i><i></i><i></i><i></i></div>`,ne={good:4,weak:2,none:0};function te(n,{now:e,quality:i,sharing:a}){const t=n.connected,s={n:q(n)};return[t===null?o`<span>${r("call.connecting")}</span>`:o`<span class="num" role="timer" data-duration>${A(e-t)}</span>`,n.offered.video||n.remoteVideo?c:o`<span>${r("out.voice")}</span>`,n.security&&t!==null?o`<span data-security=${n.security}>${x(_)}${r(`call.lock.${n.security}`)}</span>`:c,i&&t!==null?o`<span data-quality=${i}
          ><span class="bars" aria-hidden="true"
            >${[0,1,2,3].map(l=>o`<i class=${l<ne[i]?"":"n"}></i>`)}</span
          >${r(`call.${i}`)}</span
        >`:c,ae(n,s),a?o`<span data-sharing>${x(N)}${r("call.screen",s)}</span>`:c]}function ae({remoteOnHold:n,remoteAudioMuted:e},i){return n?o`<span data-on-hold>${x(W)}${r("call.on_hold",i)}</span>`:e?o`<span data-remote-muted>${x($)}${r("call.muted",i)}</span>`:c}function se(n,e){const{now:i,cameraName:a,hidden:t,sharing:s}=e,l=n.connected;return o`<section class="mini-bar ca-active-call ${n.phase}">
    <button
      class="back"
      data-action="restore"
      data-call=${n.id}
      aria-label=${r("call.back")}
      aria-describedby="name via"
    >
      ${m(n,s)?x(S):z(n,t)}
    </button>
    <div class="who">
      <h2 id="name"><bdi>${n.peer.name}</bdi></h2>
      <p class="meta" id="via">
        ${n.phase==="reconnecting"?o`<span>${r("call.reconnecting")}</span>`:l===null?o`<span>${r("call.connecting")}</span>`:o`<span class="num" role="timer">${A(i-l)}</span>`}
        <span class="cut"><i class="lamp ${y(n)?"":"no"}"></i>${w(n,a,i)}</span>
      </p>
    </div>
    ${v(n)}${k(n,e,"key end")}
  </section>`}class oe{corner="top-end";#i;#e=null;#n=!1;constructor(e){this.#i=e}down(e){this.#n=!1;const i=e.target.closest("[data-drag]");this.#e=i&&e.isPrimary?{id:e.pointerId,x:e.clientX,y:e.clientY}:null}move(e,i){if(!this.#e||e.pointerId!==this.#e.id)return;const[a,t]=[e.clientX-this.#e.x,e.clientY-this.#e.y];!this.#n&&Math.hypot(a,t)<10||(this.#n||(this.#n=!0,re(i,e.pointerId)),i.style.setProperty("--dx",`${a}px`),i.style.setProperty("--dy",`${t}px`))}up(e,i){if(!this.#e||e.pointerId!==this.#e.id)return;this.#e=null;const a=i.querySelector("[data-drag]")?.getBoundingClientRect();if(i.style.removeProperty("--dx"),i.style.removeProperty("--dy"),!this.#n||e.type==="pointercancel"||!a)return;const t=i.getBoundingClientRect(),s=a.top+a.height/2>t.top+t.height/2,l=a.left+a.width/2>t.left+t.width/2;this.#t(s,l===M(i))}get dragged(){return this.#n}key(e,i){const a=this.corner.startsWith("bottom"),t=this.corner.endsWith("end"),s=M(i)?"ArrowRight":"ArrowLeft";if(e==="ArrowUp"||e==="ArrowDown")this.#t(e==="ArrowDown",t);else if(e==="ArrowLeft"||e==="ArrowRight")this.#t(a,e===s);else return!1;return!0}#t(e,i){this.corner=`${e?"bottom":"top"}-${i?"end":"start"}`,this.#i()}}function re(n,e){try{n.setPointerCapture(e)}catch{}}const M=n=>getComputedStyle(n).direction!=="rtl";function le(n,e,i){const{style:a}=e;if(e.classList.toggle("small",n!==null),!n)return void a.removeProperty("inset");const[t,s]=[n.getBoundingClientRect(),i.getBoundingClientRect()];a.inset=`${t.top-s.top}px ${s.right-t.right}px ${s.bottom-t.bottom}px ${t.left-s.left}px`}const ce=f`
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
`,de=f`
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
`,pe=f`
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
`;class xe{#i=null;#e=0;hear(e,i){e<.02?this.#i=null:i-(this.#i??=i)>=300&&(this.#e=i+4e3)}forget(){this.#i=null,this.#e=0}at(e){return e<this.#e}}const ue=[pe,de,ce];class he{place;#i;#e=new xe;#n;#t;#a;#s=!1;#o=null;constructor(e,i){this.#n=i,this.place=new oe(e),this.#i=new F(e),this.#t=new P(a=>this.#o?.style.setProperty("--level",Math.sqrt(Math.min(1,a)).toFixed(2))),this.#a=new P(a=>{const t=this.unheard;this.#e.hear(a,i()),this.unheard!==t&&e()},{throughMute:!0})}get quality(){return this.#i.quality}get unheard(){return this.#e.at(this.#n())}begin(){this.#s=!1}swap(){this.#s=!this.#s}follow(e,i,a,t){this.#i.look(e,i,a,t);const s=e?.phase==="active"?e:null,l=s&&!m(s,t)&&!s.remoteAudioMuted;this.#t.listen(l?i?.remote.value.participants.find(({audio:d})=>d)?.audio??null:null);const p=s!==null&&!s.wanted.audio;this.#a.listen(p?i?.voice.value??null:null),p||this.#e.forget()}pictured(e,i){return m(e,i)}second(e,i){return E(e,i)}render({call:e,second:i,small:a},t){if(a)return se(e,t);const s=this.#s&&t.preview!==null;return ee(e,i,{...t,quality:this.quality,swapped:s,unheard:this.unheard})}drawn(e,i){this.#o=i,le(i.querySelector(".pic.window"),e,i)}close(){this.#t.listen(null),this.#a.listen(null)}}export{he as Talking,ue as styles};
