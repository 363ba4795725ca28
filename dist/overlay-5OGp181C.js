import{A as p,n as g,l as r,v,p as b,o as P,q as R,t as M,u as C,x as I,i as k,h as U,j as B,m as N,k as D,w as H,y as F,z as W}from"./app-CzWx-5iH.js";import{t as s}from"./more-Bc7Q4fXT.js";function f({action:e,call:i,icon:a,word:n,look:t,label:o,pressed:c}){return r`<button
    class=${t}
    data-action=${e}
    data-call=${i.id}
    aria-label=${o??p}
    aria-pressed=${c??p}
  >
    ${a?g(a):p}<span>${n}</span>
  </button>`}function y(e){const i=Math.max(0,Math.floor(e/1e3)),[a,n,t]=[Math.floor(i/3600),Math.floor(i/60)%60,String(i%60).padStart(2,"0")];return a?`${a}:${String(n).padStart(2,"0")}:${t}`:`${n}:${t}`}function O({peer:e}){return r`<h2 class="name ${e.name.length>24?"long":""}" id="name" dir="auto">${e.name}</h2>`}function G(e,i){const a={camera:i};switch(e.camera.state){case"on":return!e.sending.video&&e.phase==="active"?s("call.self_off"):e.camera.path==="hls"?s("call.self_late",a):s(e.camera.path==="still"?"call.self_still":"call.self_on",a);case"opening":return s("call.self_opening",a);case"lost":return s("call.self_lost",a);case"failed":return s("call.self_failed");default:return s("call.self_off")}}function K(e,{call:i,view:a,waiting:n}){const t={n:i.peer.name},o=d=>({assertive:!1,text:d}),c=d=>({assertive:!0,text:d}),l=e?.call.id===i.id?e.call:null;if(n&&n.id!==e?.waiting?.id)return c(s("in.waiting",{n:n.peer.name}));if(l?.phase!==i.phase)switch(a){case"incoming":return c(s("in.from",{kind:s(i.offered.video?"in.video":"in.voice"),...t}));case"outgoing":return o(s(i.phase==="ringing-out"?"out.ringing":"out.calling"));case"stage":return o(s(i.phase==="active"?"call.connected":i.phase==="connecting"?"call.connecting":"call.reconnecting"));case"outcome":{if(l?.phase==="ending"||!i.reason)return null;const d=i.connected===null?"":`, ${y((i.ended??i.connected)-i.connected)}`,u=s(`end.${i.reason}`,{...t,account:i.accountAddress});return d?o(`${u}${d}`):c(u)}}return l&&l.wanted.audio!==i.wanted.audio?o(s(i.wanted.audio?"call.mic_on":"call.mic_off")):l&&l.wanted.video!==i.wanted.video?o(s(i.wanted.video?"call.cam_on":"call.cam_off")):null}const Y={incoming:600,outgoing:400,stage:400,outcome:400};function J({key:e,shift:i,repeat:a},n,t,o){return a?null:e==="Escape"&&i?n==="incoming"?"decline":n==="outcome"?null:"hang-up":n==="incoming"?e==="Enter"&&!t&&o>=800?"answer":null:n==="outcome"?null:e==="m"||e==="M"?"toggle-microphone":e==="v"||e==="V"?"toggle-camera":null}const Q=["opened","wa-show","wa-after-show","location-changed"];function X(e,i,a){const n=new AbortController,{signal:t}=n;let o=0,c=-200,l=e;const d=()=>{if(o=0,!e.isConnected||e.open&&!Z(e,i)||performance.now()-c<200)return;c=performance.now();const h=l.isConnected?l:e;e.close(),e.showModal(),h.focus()},u=()=>{o||=requestAnimationFrame(d)};for(const h of Q)window.addEventListener(h,u,{capture:!0,signal:t});for(const h of["keydown","keyup","keypress"])e.addEventListener(h,A=>A.stopPropagation(),{signal:t});e.addEventListener("cancel",h=>h.preventDefault(),{signal:t}),e.addEventListener("close",u,{signal:t}),e.addEventListener("focusin",({target:h})=>{l=h},{signal:t}),e.addEventListener("focusout",u,{signal:t});const x=setInterval(u,1e3);return e.showModal(),e.focus(),()=>{t.aborted||(n.abort(),clearInterval(x),cancelAnimationFrame(o),e.close(),a?.isConnected&&a.focus())}}function Z(e,i){const{left:a,top:n,width:t,height:o}=e.getBoundingClientRect(),c=document.elementFromPoint(a+t/2,n+o/2);return c!==i&&c!==e&&!e.contains(c)}class ee{#e=new Map;#a;constructor(i){this.#a=i}sync(i,a,n){for(const[t,o]of this.#e)a.includes(t)||(o.close(),this.#e.delete(t));for(const t of a){const o=this.#e.has(t)?null:n(t);o&&this.#e.set(t,new ie(i,t,o,this.#a))}}show(i,a){for(const[n,{element:t}]of this.#e)t.hidden=n!==i,t.setAttribute("aria-label",a)}blocked(i){return this.#e.get(i)?.blocked??!1}hear(){for(const i of this.#e.values())i.hear()}close(){for(const i of this.#e.values())i.close();this.#e.clear()}}let ie=class{element=document.createElement("video");#e=new MediaStream;#a;#t;#s=!1;blocked=!1;constructor(i,a,n,t){this.#t=t,this.element.playsInline=!0,this.element.dataset.call=a,this.element.hidden=!0,this.element.addEventListener("pause",this.#n),i.append(this.element),this.#a=n.remote.subscribe(o=>this.#i(o)),this.#i(n.remote.value)}#i(i){const a=new Set;for(const{audio:n,screen:t,video:o}of i.participants)for(const c of[n,t??o])c&&a.add(c);for(const n of this.#e.getTracks())a.has(n)||this.#e.removeTrack(n);for(const n of a)this.#e.addTrack(n);a.size&&(this.element.srcObject||(this.element.srcObject=this.#e),this.#n())}#n=()=>{this.#s||!this.element.srcObject||this.element.play().catch(i=>{this.#s||this.element.muted||i.name!=="NotAllowedError"||(this.element.muted=!0,this.#o(!0),this.#n())})};hear(){this.blocked&&(this.element.muted=!1,this.#o(!1),this.#n())}#o(i){this.blocked=i,this.#t()}close(){this.#s=!0,this.#a(),this.element.removeEventListener("pause",this.#n),this.element.srcObject=null,this.element.remove()}};class ae{#e=document.createElement("video");#a;#t=null;#s=null;#i=null;constructor(i){this.#a=i,Object.assign(this.#e,{muted:!0,autoplay:!0,playsInline:!0})}get element(){return this.#s?this.#e:null}follow(i,a){this.#e.setAttribute("aria-label",a),i!==this.#t&&(this.#i?.(),this.#t=i,this.#i=i?.preview.subscribe(n=>this.#n(n))??null,this.#n(i?.preview.value??null))}#n(i){i!==this.#s&&(this.#s=i,this.#e.srcObject=i?new MediaStream([i]):null,this.#a())}close(){this.follow(null,"")}}const $=["M12 8.2c-3.6 0-6.8 1-9 2.7-.8.7-1.1 1.8-.7 2.8l.9 2.3c.3.6 1 1 1.6.8l3-.8c.6-.1 1-.6 1.1-1.2l.2-2c1.9-.5 3.9-.5 5.8 0l.2 2c.1.6.5 1.1 1.1 1.2l3 .8c.6.2 1.3-.2 1.6-.8l.9-2.3c.4-1 .1-2.1-.7-2.8-2.2-1.7-5.4-2.7-9-2.7z",""],E=["","M4 6.6A2.6 2.6 0 0 0 3 8.7v6.6A2.7 2.7 0 0 0 5.7 18H14M9 6h4.3A2.7 2.7 0 0 1 16 8.7v4.5M18 10.6l3.5-2.2v7.2l-1.5-.9M3 3l18 18"],V=["M12 2.5A3.5 3.5 0 0 1 15.5 6v5a3.5 3.5 0 0 1-7 0V6A3.5 3.5 0 0 1 12 2.5z","M5 11.5a7 7 0 0 0 14 0M12 18.5V21.5"],z=["","M15.5 9V6a3.5 3.5 0 0 0-6.7-1.3M8.5 8.7V11a3.5 3.5 0 0 0 5 3.2M5 11.5a7 7 0 0 0 10.9 5.8M19 11.5c0 1-.2 1.9-.6 2.8M12 18.5v3M3 3l18 18"],ne=["M7.3 10h9.4a2.8 2.8 0 0 1 2.8 2.8v5.4a2.8 2.8 0 0 1-2.8 2.8H7.3a2.8 2.8 0 0 1-2.8-2.8v-5.4A2.8 2.8 0 0 1 7.3 10z","M8 10V7.5a4 4 0 0 1 8 0V10"],te=["","M19.5 12a7.5 7.5 0 1 1-2.3-5.4L20 9M20 4v5h-5"],se=["","M21 12a9 9 0 1 1-18 0 9 9 0 1 1 18 0zM12 7v5.5l3.5 2"],m=e=>({mark:e,next:["again"]}),w={mark:"bad",next:["again"],againWord:"common.try"},_=e=>({mark:e,next:["dismiss"]}),oe={hung_up:{mark:"none",next:["again","dismiss"]},remote_hung_up:{mark:"none",next:["again","dismiss"]},declined:_("none"),missed:m("wait"),answered_elsewhere:_("none"),do_not_disturb:m("wait"),busy_here:m("wait"),remote_declined:m("wait"),no_answer:m("wait"),busy:m("wait"),unreachable:m("wait"),cannot_call:{mark:"bad",next:["voice-only"]},microphone_denied:w,microphone_missing:w,microphone_in_use:w,insecure_page:_("bad"),no_connection:w,connection_lost:m("bad"),signed_out:{mark:"bad",next:["sign-in"]},account_away:_("bad"),rate_limited:m("wait"),protocol_error:w,internal_error:m("bad"),kiosk_closed:m("bad")},S=({peer:e,avatar:i})=>I({id:e.contactId,name:e.name,avatar:i});function le(e,i){const a=e.offered.video,n=(o,c,l)=>f({action:o,call:e,icon:o==="answer-video"?v:b,word:c,look:l?"big go first":"big"}),t=a?[n("answer-voice",s("in.voice_only"),!1),n("answer-video",s("in.answer_video"),!0)]:[n("answer-video",s("in.answer_video"),!1),n("answer-voice",s("in.answer"),!0)];return r`<section class="sheet ringing ca-incoming" style="--tint:${M(e.peer.contactId)}">
    <div class="top">
      <p class="kind rings" id="kind">
        ${g(a?v:b)}<span>${s(a?"in.video":"in.voice")}</span>
      </p>
    </div>
    <div class="mid">
      <div class="halo">${S(e)}</div>
      ${O(e)}
      <p class="via" id="via">${e.accountAddress} · ${e.protocolName}</p>
      ${i.snapshot.soundBlocked?r`<p class="chip warn">${g(C)}${s("in.blocked")}</p>`:p}
      ${a?q(s("in.preview"),i):p}
    </div>
    <div class="acts">
      ${f({action:"decline",call:e,icon:$,word:s("in.decline"),look:"big stop",label:s("in.decline_from",{n:e.peer.name})})}<span class="gap"></span>${t}
    </div>
  </section>`}function ce(e,i){const a=e.phase==="ringing-out",{audio:n,video:t}=e.wanted;return r`<section class="sheet ca-outgoing ${a?"ringing":""}" style="--tint:${M(e.peer.contactId)}">
    <div class="top">
      <p class="kind" id="kind">
        ${g(e.offered.video?v:b)}<span>${s(e.offered.video?"out.video":"out.voice")}</span>
      </p>
    </div>
    <div class="mid">
      <div class="halo">${S(e)}</div>
      ${O(e)}
      <p class="sub" id="via">${s(a?"out.ringing":"out.calling")}</p>
      <p class="via num">${y(i.now-e.began)}</p>
      ${q(s("call.self_label"),i)}
    </div>
    <div class="acts">
      ${f({action:"toggle-microphone",call:e,icon:n?V:z,word:s(n?"call.mic_on":"call.mic_off"),look:`big m ${n?"":"off"}`,label:`${s("call.mic")}: ${s(n?"call.mic_on":"call.mic_off")}`,pressed:n})}${e.offered.video?f({action:"toggle-camera",call:e,icon:t?v:E,word:s(t?"call.cam_on":"call.cam_off"),look:`big m ${t?"":"off"}`,label:`${s("call.cam")}: ${s(t?"call.cam_on":"call.cam_off")}`,pressed:t}):p}<span class="gap"></span
      >${f({action:"hang-up",call:e,icon:$,word:s("call.hang_up"),look:"big m stop first"})}
    </div>
  </section>`}function q(e,{preview:i,cameraName:a}){return i?r`<div class="preview">
    <div class="pic">${i}</div>
    <p class="cap">
      ${g(v)}<span><small>${e}</small><b>${a}</b></span>
    </p>
  </div>`:p}function re(e,{snapshot:i}){const a=e.reason??"hung_up",{mark:n,next:t,againWord:o="common.again"}=oe[a],c=e.connected===null?"":`${y((e.ended??e.connected)-e.connected)}.`,l={n:e.peer.name,s:i.station.name,account:e.accountAddress,protocol:e.protocolName,time:c},d={again:s(o),"voice-only":s("in.voice_only"),"sign-in":s("card.sign_in"),dismiss:s("common.done")},u={again:te,"voice-only":b};return r`<section class="sheet plain ca-outcome" data-reason=${a}>
    <div class="top">
      <p class="kind" id="kind">
        ${g(e.offered.video?v:b)}<span class="mut">${e.peer.name}</span>
      </p>
      <button class="ib" data-action="dismiss" data-call=${e.id} aria-label=${s("common.close")}>
        ${g(P)}
      </button>
    </div>
    <div class="mid">
      <div class="halo still">
        ${S(e)}${n==="none"?p:r`<span class="mark ${n}">${g(n==="bad"?R:se)}</span>`}
      </div>
      <h2 class="title" id="name">${s(`end.${a}`,l)}</h2>
      <p class="why" id="via">${s(`end.${a}.text`,l)}</p>
    </div>
    <div class="acts center">
      ${t.map((x,h)=>f({action:x,call:e,...x in u&&{icon:u[x]},word:d[x],look:`big ${h===t.length-1?"solid first":""}`}))}
    </div>
  </section>`}function de(e,i,a){const{peer:n,phase:t}=e,o=e.remoteVideo&&t!=="connecting",c=e.deadline===null?0:Math.max(0,Math.ceil((e.deadline-a.now)/1e3));return r`<section
    class="stage ca-active-call ${o?"pictured":""} ${t}"
    style="--tint:${M(n.contactId)}"
  >
    <div class="shade t"></div>
    <div class="shade b"></div>
    ${i?ge(i,e):p}
    <div class="heads">
      <div class="who">
        <h2 id="name" dir="auto">${n.name}</h2>
        <p class="meta" id="via">${pe(e,a.now)}</p>
      </div>
      ${ue(e,a)}
    </div>
    <div class="center">
      ${o?p:I({id:n.contactId,name:n.name,avatar:e.avatar})}
      ${t==="reconnecting"?r`<div class="toast">
              <h3>${s("call.reconnecting")}</h3>
              <p class="num">${s("call.keep_trying",{s:c})}</p>
            </div>`:p}
      ${a.soundBlocked?f({action:"touch-to-hear",call:e,icon:C,word:s("call.hear",{n:n.name}),look:"big solid"}):p}
    </div>
    ${he(e)}
  </section>`}function pe(e,i){const a=e.connected;return[a===null?r`<span>${s("call.connecting")}</span>`:r`<span class="num" role="timer" data-duration>${y(i-a)}</span>`,e.offered.video||e.remoteVideo?p:r`<span>${s("out.voice")}</span>`,e.security&&a!==null?r`<span data-security=${e.security}>${g(ne)}${s(`call.lock.${e.security}`)}</span>`:p,e.remoteAudioMuted?r`<span data-remote-muted>${g(z)}${s("call.muted",{n:e.peer.name})}</span>`:p]}function ue(e,{preview:i,cameraName:a}){const{state:n}=e.camera,t=n==="lost"||n==="failed",o=G(e,a),c=e.connected===null?!e.wanted.audio:!e.sending.audio,l=n==="on"&&o!==s("call.self_off");return r`<div class="self" data-camera=${n}>
    ${i&&l?r`<div class="pic">${i}</div>`:n==="off"&&!e.offered.video?p:r`<div class="pic">${g(E)}</div>`}
    <p class="st ${t?"alert":""}"><i class="lamp ${l?"":"no"}"></i>${o}</p>
    ${c?r`<p class="st alert">${g(z)}${s("call.self_mic")}</p>`:p}
  </div>`}function he(e){const{audio:i,video:a}=e.wanted;return r`<div class="dock" role="toolbar" aria-label=${e.peer.name}>
    ${f({action:"toggle-microphone",call:e,icon:i?V:z,word:s(i?"call.mic_on":"call.mic_off"),label:`${s("call.mic")}: ${s(i?"call.mic_on":"call.mic_off")}`,look:`key ${i?"":"off"}`,pressed:i})}${f({action:"toggle-camera",call:e,icon:a?v:E,word:s(a?"call.cam_on":"call.cam_off"),label:`${s("call.cam")}: ${s(a?"call.cam_on":"call.cam_off")}`,look:`key ${a?"":"off"}`,pressed:a})}${f({action:"hang-up",call:e,icon:$,word:s("call.hang_up"),look:"key end"})}
  </div>`}function ge(e,i){const a=s(e.offered.video?"out.video":"out.voice");return r`<div class="second" role="alertdialog" aria-labelledby="waiting">
    ${I({id:e.peer.contactId,name:e.peer.name,avatar:e.avatar})}
    <p class="t">
      <b id="waiting">${s("in.waiting",{n:e.peer.name})}</b
      ><span>${a} · ${s("in.talking_to",{n:i.peer.name})}</span>
    </p>
    <div class="acts">
      ${f({action:"decline",call:e,icon:$,word:s("in.decline"),look:"big m stop",label:s("in.decline_from",{n:e.peer.name})})}${f({action:"end-and-answer",call:e,icon:e.offered.video?v:b,word:s("in.end_answer"),look:"big m go"})}
    </div>
  </div>`}const fe=k`
  .sheet {
    position: relative;
    margin: 24px;
    border-radius: 32px;
    overflow: auto;
    background: var(--surface);
    display: grid;
    grid-template-rows: auto 1fr auto;
    padding: 28px 36px 36px;
    box-shadow: 0 24px 80px rgba(0, 0, 0, 0.35);
    animation: rise var(--ha-animation-duration-normal, 250ms) ease-out;
  }
  .sheet::before {
    content: '';
    position: absolute;
    inset: 0;
    pointer-events: none;
    background: radial-gradient(90% 75% at 50% 0, oklch(0.62 0.12 var(--tint, 240) / 0.2), transparent 72%);
  }
  .sheet.plain::before {
    background: none;
  }
  .sheet > * {
    position: relative;
    min-inline-size: 0;
  }
  @keyframes rise {
    from {
      opacity: 0;
      transform: translateY(16px);
    }
  }
  .top {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
    min-block-size: 56px;
  }
  .kind {
    display: flex;
    align-items: center;
    gap: 16px;
    font-size: 30px;
    line-height: 1.2;
    font-weight: 500;
    --i: 40px;
    min-inline-size: 0;
  }
  .kind .i {
    color: var(--accent-ink);
  }
  .kind.rings .i {
    color: var(--go-ink);
  }
  .mut {
    color: var(--quiet);
  }
  .mid {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    text-align: center;
    gap: 6px;
    padding-block-end: 16px;
  }
  .name {
    font-size: 64px;
    line-height: 1.12;
    font-weight: 500;
    letter-spacing: -0.01em;
    max-inline-size: 100%;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }
  .name.long {
    font-size: 46px;
  }
  .sub {
    font-size: 32px;
    line-height: 1.3;
    font-weight: 500;
  }
  .via {
    font-size: 20px;
    color: var(--quiet);
    overflow-wrap: anywhere;
  }
  .title {
    font-size: 44px;
    line-height: 1.15;
    font-weight: 500;
    letter-spacing: -0.01em;
    overflow-wrap: anywhere;
    text-wrap: balance;
  }
  .why {
    font-size: 24px;
    max-inline-size: 46ch;
    margin-block-start: 10px;
    text-wrap: pretty;
  }
  .sheet .acts {
    display: flex;
    gap: 20px;
    align-items: stretch;
  }
  .sheet .acts.center {
    justify-content: center;
  }
  .gap {
    flex: 1;
  }
  .halo {
    position: relative;
    display: grid;
    place-items: center;
    margin-block: 34px 30px;
  }
  .halo .av {
    --s: clamp(96px, 25vh, 200px);
  }
  .halo::before,
  .halo::after {
    content: '';
    position: absolute;
    border-radius: 50%;
    inset: -16px;
    border: 4px solid oklch(0.62 0.12 var(--tint, 240) / 0.42);
  }
  .halo::after {
    inset: -36px;
    border-width: 3px;
    border-color: oklch(0.62 0.12 var(--tint, 240) / 0.2);
  }
  .halo.still::before,
  .halo.still::after {
    display: none;
  }
  .ringing .halo::before {
    animation: ring 2.4s ease-out infinite;
  }
  .ringing .halo::after {
    animation: ring 2.4s 0.3s ease-out infinite;
  }
  @keyframes ring {
    0% {
      transform: scale(0.94);
      opacity: 0;
    }
    25% {
      opacity: 1;
    }
    100% {
      transform: scale(1.06);
      opacity: 0;
    }
  }
  .mark {
    position: absolute;
    inset-block-end: -6px;
    inset-inline-end: -6px;
    inline-size: 68px;
    block-size: 68px;
    border-radius: 50%;
    display: grid;
    place-items: center;
    border: 6px solid var(--surface);
    background: #4a4d50;
    color: #fff;
    --i: 32px;
  }
  .mark.bad {
    background: var(--stop-fill);
  }
  .preview {
    position: absolute;
    inset-inline-end: 0;
    inset-block-end: 28px;
    inline-size: 264px;
    border-radius: 22px;
    overflow: hidden;
    background: var(--sunken);
  }
  .pic {
    aspect-ratio: 16/9;
    background: #20262c;
    color: #c9d0d6;
    overflow: hidden;
    display: grid;
    place-items: center;
    --i: 44px;
  }
  .cap {
    padding: 10px 14px 12px;
    line-height: 1.3;
    display: flex;
    align-items: center;
    gap: 10px;
    --i: 22px;
    text-align: start;
  }
  .cap .i {
    color: var(--go-ink);
  }
  .cap small {
    font-size: 14px;
    color: var(--quiet);
    display: block;
  }
`,me=k`
  dialog {
    position: fixed;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 0;
    border: 0;
    outline: 0;
    display: none;
    overflow: hidden;
    color: var(--text);
    background: none;
  }
  dialog[open] {
    display: grid;
  }
  dialog::backdrop {
    background: rgba(0, 0, 0, 0.58);
  }
  .guarded button {
    pointer-events: none;
  }
  .players {
    position: absolute;
    inset: 0;
    background: #0d1013;
  }
  .players.off {
    visibility: hidden;
  }
  .players video {
    inline-size: 100%;
    block-size: 100%;
    object-fit: contain;
  }
  .pic video {
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
    display: block;
  }

  .big {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 16px;
    min-block-size: 104px;
    padding: 12px 36px;
    border-radius: 32px;
    font-size: 26px;
    font-weight: 500;
    line-height: 1.15;
    background: var(--sunken);
    color: var(--text);
    --i: 36px;
    text-align: start;
  }
  .big.go {
    background: var(--go-fill);
    color: #fff;
  }
  .big.stop {
    background: var(--stop-fill);
    color: #fff;
  }
  .big.solid {
    background: var(--accent-fill);
    color: #fff;
  }
  .big.off {
    background: var(--text);
    color: var(--surface);
  }
  .big.m {
    min-block-size: 80px;
    border-radius: 26px;
    --i: 30px;
    padding-inline: 30px;
    font-size: 22px;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    padding: 8px 16px;
    border-radius: 999px;
    font-weight: 500;
    background: var(--warn-tint);
    --i: 22px;
  }
`,xe=k`
  @media (max-width: 900px) {
    .sheet {
      padding: 28px 32px 32px;
    }
    .sheet .acts {
      flex-wrap: wrap;
      gap: 20px 24px;
    }
    .gap {
      display: none;
    }
    .sheet .acts > * {
      flex: 1 1 40%;
    }
    .sheet .acts .first {
      flex-basis: 100%;
      order: -1;
    }
    .preview {
      position: static;
      margin-block-start: 32px;
      flex: none;
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
  @media (min-width: 901px) {
    .mid:has(.preview) .name {
      max-inline-size: calc(100% - 584px);
    }
  }
  @media (max-width: 600px) {
    .sheet {
      margin: 0;
      border-radius: 0;
      padding: 20px 20px 28px;
    }
    .name {
      font-size: 42px;
    }
    .name.long {
      font-size: 32px;
    }
    .title {
      font-size: 34px;
    }
    .why {
      font-size: 20px;
    }
    .sub {
      font-size: 21px;
    }
    .via {
      font-size: 16px;
    }
    .kind {
      font-size: 20px;
      --i: 28px;
      gap: 10px;
    }
    .sheet .acts {
      gap: 16px;
    }
    .big,
    .big.m {
      min-block-size: 88px;
      font-size: 19px;
      padding: 10px 12px;
      gap: 10px;
      --i: 28px;
      border-radius: 28px;
    }
    .preview {
      inline-size: auto;
      margin-block-start: 18px;
      display: flex;
      align-items: center;
      border-radius: 18px;
    }
    .preview .pic {
      inline-size: 92px;
      block-size: 60px;
      aspect-ratio: auto;
    }
    .heads {
      padding: 20px 16px 0 20px;
      padding-inline: 20px 16px;
      gap: 12px;
    }
    .who h2 {
      font-size: 28px;
    }
    .meta {
      font-size: 16px;
      --i: 18px;
    }
    .self {
      inline-size: 138px;
      border-radius: 18px;
    }
    .self .pic {
      aspect-ratio: 3/4;
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
    .sheet {
      margin: 12px;
      padding: 16px 28px 20px;
    }
    .halo {
      margin-block: 30px 24px;
    }
    .name {
      font-size: 48px;
    }
    .big {
      min-block-size: 88px;
    }
  }
`,ve=k`
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
    display: flex;
    justify-content: space-between;
    align-items: flex-start;
    gap: 24px;
    padding: 28px 32px 0;
    position: relative;
  }
  .who {
    min-inline-size: 0;
  }
  .who h2 {
    font-size: 40px;
    line-height: 1.15;
    font-weight: 500;
    overflow-wrap: anywhere;
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
    display: inline-flex;
    gap: 8px;
    align-items: center;
  }
  .self {
    inline-size: 288px;
    flex: none;
    border-radius: 22px;
    overflow: hidden;
    background: #15191d;
    box-shadow:
      0 0 0 2px rgba(255, 255, 255, 0.22),
      0 10px 30px rgba(0, 0, 0, 0.4);
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
`,be=2e3;class L extends U{static styles=[B,me,fe,ve,xe];static properties={callAssist:{attribute:!1}};now=()=>Date.now();#e=new ee(()=>this.requestUpdate());#a=new ae(()=>this.requestUpdate());#t=new Set;#s=N();#i=null;#n=null;#o=0;#d=!1;#p=!1;#l=null;#u;constructor(){super(),D(this,()=>[H,this.callAssist.snapshot])}connectedCallback(){super.connectedCallback(),this.#u=setInterval(()=>this.requestUpdate(),500)}disconnectedCallback(){super.disconnectedCallback(),clearInterval(this.#u),this.#e.close(),this.#a.close(),this.#l?.(),this.#l=null,this.#t.clear()}willUpdate(i){const a=this.#i;this.#i=F(this.callAssist.snapshot.value.calls);const n=this.#i;n&&(this.#n=K(a,n)??this.#n,(n.call.id!==a?.call.id||n.view!==a.view||n.waiting?.id!==a.waiting?.id)&&(this.#o=this.now()),this.dataset.callPhase=n.call.phase,this.dataset.call=n.call.id,this.#a.follow(this.callAssist.media(n.call.id),s("call.self_label")))}render(){const i=this.#i,a=this.#n,n=i?.view==="incoming"||i?.view==="outcome";return r`<dialog
      closedby="none"
      autofocus
      tabindex="-1"
      role=${n?"alertdialog":"dialog"}
      aria-labelledby="kind name"
      aria-describedby="via"
      class=${this.#c?"guarded":""}
      @click=${this.#v}
      @keydown=${this.#b}
      @pointerdown=${this.#m}
      @touchstart=${this.#x}
    >
      <div class="players ${i?.view==="stage"&&i.call.remoteVideo?"":"off"}"></div>
      ${i?this.#g(i):p}
      <p class="vh" role="status">${a&&!a.assertive?a.text:""}</p>
      <p class="vh" role="alert">${a?.assertive?a.text:""}</p>
    </dialog>`}#g({call:i,view:a,waiting:n}){const t={snapshot:this.callAssist.snapshot.value,now:this.now(),preview:this.#a.element,soundBlocked:this.#e.blocked(i.id),cameraName:this.#f(i)};switch(a){case"incoming":return le(i,t);case"outgoing":return ce(i,t);case"stage":return de(i,n,t);case"outcome":return re(i,t);default:return a}}#f({camera:i}){const a="source"in i?i.source:this.callAssist.snapshot.value.station.camera;return a==="this_device"||i.state==="on"&&i.path==="device"?s("call.this_camera"):this.callAssist.cameras().find(({id:n})=>n===a)?.name??a}updated(i){const a=this.renderRoot.querySelector("dialog"),n=this.renderRoot.querySelector(".players");if(!a||!n||!this.isConnected)return;const t=this.callAssist.snapshot.value.calls.filter(({phase:o})=>o==="connecting"||o==="active"||o==="reconnecting");this.#e.sync(n,t.map(({id:o})=>o),o=>this.callAssist.media(o)),this.#e.show(this.#i?.call.id??null,this.#i?.call.peer.name??""),this.#l??=X(a,this,this.#s),!this.shadowRoot?.activeElement&&document.hasFocus()&&a.focus()}get#h(){return this.now()-this.#o}get#c(){return this.#i!==null&&this.#h<Y[this.#i.view]}#m=()=>{this.#d=this.#c,this.callAssist.snapshot.value.soundBlocked&&this.callAssist.allowSound()};#x=i=>{this.#p=i.touches.length>=3};#v=i=>{const a=i.target.closest("[data-action]"),n=this.callAssist.snapshot.value.calls.find(({id:o})=>o===a?.dataset.call),t=i.detail>0&&(this.#d||this.#c||this.#p);a&&n&&!t&&this.#r(a.dataset.action,n)};#b=i=>{const a=this.#i;if(!a)return;const n=i.target instanceof HTMLButtonElement;if(i.repeat&&n)return i.preventDefault();const t=J({key:i.key,shift:i.shiftKey,repeat:i.repeat},a.view,n,this.#h);(i.key==="Escape"||t)&&i.preventDefault(),t==="answer"?this.#r(a.call.offered.video?"answer-video":"answer-voice",a.call):t&&this.#r(t,a.call)};async#r(i,a){const n=`${i} ${a.id}`;if(this.#t.has(n))return;this.#t.add(n);const t=new Promise(o=>setTimeout(o,be));await Promise.race([this.#w(i,a),t]),this.#t.delete(n)}async#w(i,a){const n=a.id,t="touch",o=async l=>{await this.callAssist.command(l)},c=async l=>{const{accountId:d,contactId:u,address:x}=a.peer,{contacts:h}=this.callAssist.snapshot.value,A=h.some(j=>j.accountId===d&&j.id===u)?{accountId:d,contactId:u}:{text:x},T=o({type:"dial",to:A,video:l,by:t});await o({type:"dismiss",callId:n,by:t}),await T};switch(i){case"answer-video":case"answer-voice":{const l=i==="answer-video",{ok:d}=await this.callAssist.command({type:"answer",callId:n,video:l,by:t});d&&l&&!a.offered.video&&await o({type:"set-media",callId:n,video:!0,by:t});return}case"decline":case"hang-up":case"dismiss":return o({type:i,callId:n,by:t});case"toggle-microphone":return o({type:"set-media",callId:n,audio:!a.wanted.audio,by:t});case"toggle-camera":return o({type:"set-media",callId:n,video:!a.wanted.video,by:t});case"end-and-answer":for(const{id:l,phase:d}of this.callAssist.snapshot.value.calls)l!==n&&d!=="ringing-in"&&d!=="ended"&&await o({type:"hang-up",callId:l,by:t});return o({type:"answer",callId:n,video:a.offered.video,by:t});case"again":return c(a.offered.video);case"voice-only":return c(!1);case"touch-to-hear":return this.callAssist.allowSound(),this.#e.hear();case"sign-in":return await o({type:"dismiss",callId:n,by:t}),(await W("pages",()=>import("./pages-B3nwbrDv.js")))?.openPage(this.callAssist,"sign-in",a.peer.accountId);default:return i}}}customElements.get("ca-overlay")||customElements.define("ca-overlay",L);export{L as CaOverlay};
