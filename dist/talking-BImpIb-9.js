import{A as d,e as m,j as W,b as r,w as Q,v as Z,x as ee,i as g}from"./follow-CXILmOiZ.js";import{T as ie}from"./view-BwsWWQp0.js";import{c as ae,s as v,m as j}from"./styles-vvU9KK_3.js";import{t as o,b as P,o as T,c as ne,i as te}from"./displays-CZMmEMs6.js";import{b as f,s as _,t as R,c as q,f as $,d as z,g as B,i as S,j as A,k as M,m as se,v as H,o as oe,p as V,q as le,r as re}from"./overlay-C8FqWk01.js";import{a as I,l as pe,s as D,p as de,b as C,f as ce}from"./icons-BV_gccv2.js";import{l as xe}from"./live-CTku88e4.js";import{h as N}from"./avatar-D5ZbJEIc.js";import{t as u}from"./more-D1QN5pac.js";import{f as ue}from"./level-DapfjhjY.js";import{S as me}from"./scope-C3W3wVmq.js";import{l as he}from"./app-oQJzt6yM.js";import{s as fe}from"./second-BiUaVYAY.js";function ge(i,e,a,t){const n=c=>c*1e3/t,s=n(e.audio.packetsReceived-i.audio.packetsReceived),l=n(e.video.framesDecoded-i.video.framesDecoded),p=[a.audio?s:null,a.video?l:null].filter(c=>c!==null);return p.length>0&&p.every(c=>c===0)?"none":a.audio&&s<2||a.video&&l<8||e.roundTrip!==null&&e.roundTrip>400?"weak":"good"}const be=3e3;class ve{quality=null;#i;#e=null;#a=null;#n=0;#t=!1;constructor(e){this.#i=e}look(e,a,t,n){if(e?.phase==="reconnecting")return this.#o(a,"none");if(e?.phase!=="active"||!a)return this.#o(a,null);if(a!==this.#e&&this.#o(a,null),this.quality==="none"&&!this.#a&&(this.quality=null),this.#t||t-this.#n<be)return;this.#n=t,this.#t=!0;const s={audio:!e.remoteAudioMuted,video:e.remoteVideo&&!n};a.stats().then(l=>a===this.#e&&this.#s(l,t,s)).catch(()=>{}).finally(()=>this.#t=!1)}#s(e,a,t){const n=this.#a;if(this.#a={at:a,stats:e},!n||a<=n.at)return;const s=ge(n.stats,e,t,a-n.at);s!==this.quality&&(this.quality=s,this.#i())}#o(e,a){this.#e=e,this.#a=null,this.quality=a}}async function ye(i,e,a){const t=we(e,a);t&&await i.command(t)}function we(i,{id:e,display:a}){const t="touch";switch(i){case"display-back":return{type:"set-display",display:ie,callId:e,by:t};case"display-again":case"display-anyway":{if(!a?.failure)return null;const n=i==="display-anyway";return{type:"set-display",display:a.failure.display,mayInterrupt:n,callId:e,by:t}}case"display-read":return{type:"dismiss-display-failure",callId:e,by:t};case"display-sound":return{type:"set-display-sound",sound:a?.heardHere?"display":"this_device",callId:e,by:t};default:return i}}const ke=new Set(["gone","switched_off"]),$e=new Set(["no_entity","group","not_cast","no_https","no_view","no_codec"]);function U({name:i,reason:e}){return ke.has(e)?{title:o("tv.lost"),text:`${P(e)} ${o("tv.lost_text")}`}:{title:o("tv.cannot",{tv:i}),text:`${P(e)} ${o("tv.stays")}`}}function O({display:i}){if(!i)return null;if(i.failure)return{look:"warn",closes:!0,next:ze(i.failure),...U(i.failure)};const e=i.name,a=[{action:"display-back",word:o("tv.stay")}];return i.state==="moving"?{look:"plain",title:o("tv.moving",{tv:e}),text:o("tv.moving_text"),next:a,closes:!1}:i.state==="lost"?{look:"warn",title:o("tv.quiet",{tv:e}),text:o("tv.quiet_text"),next:a,closes:!1}:null}function ze({reason:i}){const e={action:"display",word:o("tv.choose"),opens:!0};return i==="in_use"?[e,{action:"display-anyway",word:o("tv.sure_yes")}]:$e.has(i)?[e]:[e,{action:"display-again",word:o("tv.again")}]}function _e(i){const e=O(i);if(!e)return d;const{look:a,title:t,text:n,next:s,closes:l}=e;return r`<div class="display-note ${a}" role="group" aria-labelledby="display-title">
    ${m(a==="warn"?W:I)}
    <p class="t"><b id="display-title">${t}</b>${n}</p>
    <div class="acts">
      ${s.map(({action:p,word:c,opens:x=!1},h)=>f({action:p,call:i,word:c,look:`btn tall ${h===s.length-1?"solid":"edge"}`,opens:x}))}
    </div>
    ${l?r`<button class="ib" data-action="display-read" data-call=${i.id} aria-label=${o("common.close")}>
            ${m(ae)}
          </button>`:d}
  </div>`}const qe={good:4,weak:2,none:0};function E(i,{now:e,quality:a,sharing:t,family:n,large:s,hidden:l}){const p=i.connected,c={n:_(i)},x=n.find(({id:h})=>h===s)?.name;return[p===null?r`<span>${u("call.connecting")}</span>`:r`<span class="num" role="timer" data-duration>${R(e-p)}</span>`,i.offered.video||i.remoteVideo?d:r`<span>${u("out.voice")}</span>`,i.security&&p!==null?r`<span data-security=${i.security}>${m(pe)}${u(`call.lock.${i.security}`)}</span>`:d,a&&p!==null?r`<span data-quality=${a}
          ><span class="bars" aria-hidden="true"
            >${[0,1,2,3].map(h=>r`<i class=${h<qe[a]?"":"n"}></i>`)}</span
          >${u(`call.${a}`)}</span
        >`:d,Se(i,c),x&&!l?r`<span data-large><bdi>${x}</bdi></span>`:d,t?r`<span data-sharing>${m(D)}${u("call.screen",c)}</span>`:d]}function Se({remoteOnHold:i,remoteUnreadable:e,remoteAudioMuted:a},t){return i?r`<span data-on-hold>${m(de)}${u("call.on_hold",t)}</span>`:e?r`<span data-unreadable>${m(W)}${u("call.unreadable",t)}</span>`:a?r`<span data-remote-muted>${m(q)}${u("call.muted",t)}</span>`:d}const F=.05;class Ae{#i;#e;#a=null;constructor(e,a){this.#i=e,this.#e=a}of({id:e,display:a},t){const n=a?.heardHere===!1,s=n?a.volume:t.snapshot.value.settings.callVolume,l=`${e} ${n}`,p=this.#a?.of===l&&this.#e()-this.#a.at<2e3?this.#a.share:null;return{there:n,share:s===null?null:p??s,slide:c=>this.#n(l,c),set:c=>{const x=Math.min(1,Math.max(0,Math.round(c*100)/100));this.#n(l,x),t.command(n?{type:"set-display-volume",callId:e,volume:x,by:"touch"}:{type:"set-volume",volume:x,by:"touch"})}}}#n(e,a){this.#a={of:e,share:a,at:this.#e()},this.#i()}}function Me(i,e,a){const{hidden:t,covered:n,preview:s,seen:l}=a;return r`<section
    class="remote ca-tv-remote ca-active-call ${i.phase}"
    style="--tint:${N(i.peer.contactId)}"
    ?inert=${n}
  >
    <div class="hd">
      ${$(i,t)}
      <div class="who">
        <h2 id="name"><bdi>${i.peer.name}</bdi></h2>
        <p class="meta" id="via">${E(i,a)}</p>
      </div>
      <div class="tools">
        ${f({action:"make-small",call:i,icon:C,word:o("call.small"),look:"big m"})}${f({action:"more",call:i,icon:j,word:o("call.more"),look:"big m",opens:!0})}
      </div>
    </div>
    <div class="tvset">
      <div class="scr">
        <div class="glass ${l?"window":""}">${l?d:$(i,t)}</div>
        ${s&&z(i)?r`<div class="pic own">${s}</div>`:d}
      </div>
      ${Ie(i,e,a)}
    </div>
    ${Oe(i,e,a)}
  </section>`}function Ie(i,e,{now:a,soundBlocked:t}){const n=_(i),s=i.phase==="reconnecting",l=i.deadline===null?0:B(i.deadline,a);return r`<p class="on">
    ${m(D)}<span
      ><b>${s?o("call.reconnecting"):T(e)}</b
      ><small>${s?o("call.keep_trying",{s:S(l)}):Ce(e,n)}</small></span
    >
    ${t&&e.heardHere?f({action:"touch-to-hear",call:i,icon:v,word:o("call.hear",{n}),look:"btn solid tall"}):d}
  </p>`}function Ce({behind:i,heardHere:e,soundBlocked:a,sound:t},n){if(a&&t==="display")return o("tv.blocked",{n});if(i===null)return o(e?"tv.heard_here":"tv.heard_there",{n});const s=S(Math.max(1,Math.round(i/1e3)));return e?o("tv.late",{n,s}):o("tv.late_both",{s})}function Oe(i,e,a){const{unheard:t,cameraName:n,cameras:s,now:l}=a,{audio:p}=i.wanted,c=i.wanted.video,x=["opening","lost","failed"].includes(i.camera.state)||i.cameraOnAt!==null;return r`<div class="pad" role="toolbar" aria-label=${o("call.controls")}>
    ${b({action:"toggle-microphone",call:i,icon:p?se:q,word:o("tv.mic"),note:t?o("call.self_mic"):o(p?"tv.yes":"tv.no"),pressed:p})}${b({action:"toggle-camera",call:i,icon:c?Z:H,word:n,note:c&&x?A(i,n,l):o(z(i)?"tv.yes":"tv.no"),pressed:c})}${b({action:"camera",call:i,icon:oe,word:o("call.change"),note:o("tv.cameras",{count:s}),aside:!0,opens:!0})}${b({action:"display-sound",call:i,icon:v,word:o("tv.sound"),note:o(e.heardHere?"tv.sound_here":"tv.sound_there")})}${b({action:"display-back",call:i,icon:ce,word:o("tv.back"),note:o("tv.back_to"),aside:!0})}${b({action:"display",call:i,icon:I,word:o("tv.other"),note:"",opens:!0})}
    ${We(a.volume)} ${M(i,a,"big stop hangup")}
  </div>`}function b({action:i,call:e,icon:a,word:t,note:n,aside:s=!1,pressed:l,opens:p=!1}){return r`<button
    class="pk ${l===!1?"no":""}"
    data-action=${i}
    data-call=${e.id}
    aria-pressed=${l??d}
    aria-haspopup=${p?"dialog":d}
  >
    ${m(a)}<span
      ><b>${t}</b>${n?r`<small class=${s?"aside":""}>${n}</small>`:d}</span
    >
  </button>`}function We({there:i,share:e,slide:a,set:t}){const n=o(i?"tv.volume_there":"tv.volume_here");if(e===null)return r`<p class="vol none">${m(v)}<span>${o("tv.volume_unknown")}</span></p>`;const s=new Intl.NumberFormat(Q.value.language,{style:"percent"}).format(e),l=p=>p.target.valueAsNumber/100;return r`<div class="vol">
    <button class="ib" data-volume="less" aria-label=${o("pick.quieter")} @click=${()=>t(e-F)}>
      <span aria-hidden="true">−</span>
    </button>
    <label
      ><span>${n} · <span class="num">${s}</span></span
      ><input
        type="range"
        min="0"
        max="100"
        step="5"
        aria-label=${n}
        aria-valuetext=${s}
        .value=${xe(String(Math.round(e*100)))}
        @input=${p=>a(l(p))}
        @change=${p=>t(l(p))}
    /></label>
    <button class="ib" data-volume="more" aria-label=${o("pick.louder")} @click=${()=>t(e+F)}>
      <span aria-hidden="true">+</span>
    </button>
  </div>`}function je(i,{display:e}){if(e?.failure&&e.failure.reason!==i?.failure?.reason){const{title:s,text:l}=U(e.failure);return{assertive:!0,text:`${s}. ${l}`}}const a=i?.state??"here",t=e?.state??"here";if(a===t)return null;const n=s=>({assertive:!1,text:s});switch(t){case"moving":return n(o("tv.moving",{tv:e?.name??""}));case"there":return e?n(ne(e)):null;case"lost":return n(`${o("tv.quiet",{tv:e?.name??""})}. ${o("tv.quiet_text")}`);case"here":return a==="moving"?null:n(o("tv.now_here"))}}const Pe=3e5,L=new WeakMap;class Te{#i;#e=null;constructor(e){this.#i=e}get some(){return this.#e?.some??!1}look(e,a,t){const n=L.get(a)??{some:!1,asked:-1/0};L.set(a,n),this.#e=n,!(e?.phase==="connecting"||t-n.asked<Pe)&&(n.asked=t,a.displays().then(s=>{const{some:l}=n;n.some=s.some(te),n.some!==l&&this.#i()},()=>{}))}}class K{#i;#e;#a=null;#n=null;constructor(e,a={}){this.#i=e,this.#e=a}listen(e){e!==this.#a&&(this.#a=e,this.#n&&(this.#n.close(),this.#n=null,this.#i(0)),e?.readyState==="live"&&this.#t(e))}#t(e){const a=this.#n=new me(reportError),{throughMute:t,createContext:n=()=>new AudioContext}=this.#e,s=l=>this.#i(l??0);try{ue({track:t?Re(e,a):e,createContext:n,clock:ee,scope:a,onLevel:s})}catch{a.close()}}}function Re(i,e){const a=i.clone();return a.enabled=!0,e.add(()=>a.stop()),a}function X({screen:i,video:e,videoMuted:a}){return i??(a?null:e)}function Be(i,e){return i.filter(({id:a})=>a!==e)}class He{#i;#e=!1;#a=null;#n={participants:[]};constructor(e){this.#i=e}look(e){this.#n=e??{participants:[]},this.#t&&!this.#e&&this.#s()}draw(e){if(!this.#t)return{family:[],large:null,row:null};const{participants:a,large:t}=this.#n,n=a.find(s=>s.id===t&&X(s)!==null)?.id??null;return{family:a,large:n,row:this.#a?.family(a,n,e)??null}}get#t(){return this.#n.participants.length>1}async#s(){this.#e=!0,this.#a=await he("family",()=>import("./family-Cg3DsgWQ.js")),this.#e=this.#a!==null,this.#i()}}function Ve(i,e){const a=e.movable&&!i.ring;return r`<div class="dock ${a?"seven":""}" role="toolbar" aria-label=${o("call.controls")}>
    <p class="hint">${e.unheard?o("call.self_mic"):d}</p>
    ${V(i)}${i.ring?d:r`${le(i)}${re(i)}`}${a?f({action:"display",call:i,icon:I,word:o("tv.move"),look:"key",opens:!0}):d}${f({action:"make-small",call:i,icon:C,word:o("call.small"),look:"key"})}${f({action:"volume",call:i,icon:v,word:o("call.volume"),look:"key",opens:!0})}${f({action:"more",call:i,icon:j,word:o("call.more"),look:"key",opens:!0})}${M(i,e,"key end")}
  </div>`}function De(i,{preview:e,cameraName:a,swapped:t,now:n}){const{state:s}=i.camera,l=s==="lost"||s==="failed",p=A(i,a,n),c=i.connected===null?!i.wanted.audio:!i.sending.audio,x=z(i)&&i.cameraOnAt===null;return r`<div class="self" data-camera=${s} data-drag>
    ${e&&(x||t)?Ne(i,e,p,t):s==="off"&&!i.offered.video?d:r`<div class="pic">${m(H)}</div>`}
    <p class="st ${l?"alert":""}"><i class="lamp ${x?"":"no"}"></i>${p}</p>
    ${c?r`<p class="st alert">${m(q)}${u("call.self_mic")}</p>`:d}
  </div>`}function Ne(i,e,a,t){const n=`${u("call.self_label")}, ${a}. ${u("call.swap")}. ${u("call.move")}`;return r`<button
    class="pic ${t?"window":""}"
    data-action="swap"
    data-call=${i.id}
    aria-label=${n}
    aria-pressed=${t}
  >
    ${t?d:e}
  </button>`}function y(i,e){return(i.remoteVideo||e)&&i.phase!=="connecting"}function Ue(i,e,a){const{peer:t,phase:n}=i,{hidden:s,resting:l,sharing:p,swapped:c,preview:x,covered:h}=a,w=y(i,p),k=!w&&!(c&&x),J=i.deadline===null?0:B(i.deadline,a.now);return r`<section
    class="stage ca-active-call ${w?"pictured":""} ${n} ${l?"resting":""} ${e?"second-waits":""} ${a.row?"several":""}"
    style="--tint:${N(t.contactId)}"
    ?inert=${h}
  >
    ${c&&x?r`<div class="large">${x}</div>`:d}
    <div class="shade t"></div>
    <div class="shade b"></div>
    ${e??d}
    <div class="heads">
      <div class="who">
        ${k?d:r`<h2 id="name"><bdi>${t.name}</bdi></h2>`}
        <p class="meta" id="via">${E(i,a)}</p>
      </div>
      ${i.ring&&!i.ring.away?d:De(i,a)}
    </div>
    <div class="center">
      ${k?r`${$(i,s)}
              <h2 class="alone" id="name"><bdi>${t.name}</bdi></h2>
              ${n==="active"?Ee:d}`:d}
      ${n==="reconnecting"?r`<div class="toast">
              <h3>${u("call.reconnecting")}</h3>
              <p class="num">${u("call.keep_trying",{s:S(J)})}</p>
            </div>`:d}
      ${i.ring&&!i.ring.away?r`<ca-door .call=${i} .nameless=${s} over></ca-door>`:d}
      ${a.soundBlocked?f({action:"touch-to-hear",call:i,icon:v,word:u("call.hear",{n:_(i)}),look:"big solid"}):d}
    </div>
    ${a.row??d} ${_e(i)} ${Ve(i,a)}
  </section>`}const Ee=r`<div class="level" aria-hidden="true"><i></i><i></i><i></i><i></i><i></i><i></i><i></i></div>`;function Fe(i,e){const{now:a,cameraName:t,hidden:n,sharing:s}=e,l=i.connected,{display:p}=i,c=p?.state==="there"?T(p):O(i)?.title;return r`<section class="mini-bar ca-active-call ${i.phase}">
    <button
      class="back"
      data-action="restore"
      data-call=${i.id}
      aria-label=${o("call.back")}
      aria-describedby="name via"
    >
      ${y(i,s)?m(C):$(i,n)}
    </button>
    <div class="who">
      <h2 id="name"><bdi>${i.peer.name}</bdi></h2>
      <p class="meta" id="via">
        ${i.phase==="reconnecting"?r`<span>${o("call.reconnecting")}</span>`:l===null?r`<span>${o("call.connecting")}</span>`:r`<span class="num" role="timer">${R(a-l)}</span>`}
        ${c?r`<span class="where">${c}</span>`:d}
        <span class="cut"><i class="lamp ${z(i)?"":"no"}"></i>${A(i,t,a)}</span>
      </p>
    </div>
    ${V(i)}${M(i,e,"key end")}
  </section>`}class Le{corner="top-end";#i;#e=null;#a=!1;constructor(e){this.#i=e}down(e){this.#a=!1;const a=e.target.closest("[data-drag]");this.#e=a&&e.isPrimary?{id:e.pointerId,x:e.clientX,y:e.clientY}:null}move(e,a){if(!this.#e||e.pointerId!==this.#e.id)return;const[t,n]=[e.clientX-this.#e.x,e.clientY-this.#e.y];!this.#a&&Math.hypot(t,n)<10||(this.#a||(this.#a=!0,Ke(a,e.pointerId)),a.style.setProperty("--dx",`${t}px`),a.style.setProperty("--dy",`${n}px`))}up(e,a){if(!this.#e||e.pointerId!==this.#e.id)return;this.#e=null;const t=a.querySelector("[data-drag]")?.getBoundingClientRect();if(a.style.removeProperty("--dx"),a.style.removeProperty("--dy"),!this.#a||e.type==="pointercancel"||!t)return;const n=a.getBoundingClientRect(),s=t.top+t.height/2>n.top+n.height/2,l=t.left+t.width/2>n.left+n.width/2;this.#n(s,l===Y(a))}get dragged(){return this.#a}key(e,a){const t=this.corner.startsWith("bottom"),n=this.corner.endsWith("end"),s=Y(a)?"ArrowRight":"ArrowLeft";if(e==="ArrowUp"||e==="ArrowDown")this.#n(e==="ArrowDown",n);else if(e==="ArrowLeft"||e==="ArrowRight")this.#n(t,e===s);else return!1;return!0}#n(e,a){this.corner=`${e?"bottom":"top"}-${a?"end":"start"}`,this.#i()}}function Ke(i,e){try{i.setPointerCapture(e)}catch{}}const Y=i=>getComputedStyle(i).direction!=="rtl";function Xe(i,e,a){const{style:t}=e;if(e.classList.toggle("small",i!==null),!i)return void t.removeProperty("inset");const[n,s]=[i.getBoundingClientRect(),a.getBoundingClientRect()];t.inset=`${n.top-s.top}px ${s.right-n.right}px ${s.bottom-n.bottom}px ${n.left-s.left}px`}const Ye=g`
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
  .key.off {
    background: #fff;
    color: #14181c;
  }
  .key.end {
    background: #b3261e;
    inline-size: 148px;
    margin-inline-start: 22px;
  }
`,Ge=g`
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
  .mini-bar .where {
    font-weight: 500;
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
`,Je=g`
  .display-note {
    position: relative;
    z-index: 1;
    flex: none;
    margin: 0 auto 16px;
    max-inline-size: min(1140px, calc(100% - 48px));
    display: flex;
    align-items: center;
    gap: 12px 18px;
    padding: 10px 14px;
    padding-inline-start: 24px;
    border-radius: 28px;
    background: var(--surface);
    color: var(--text);
    box-shadow: 0 10px 40px rgba(0, 0, 0, 0.45);
    --i: 28px;
  }
  .display-note > .i {
    color: var(--accent-ink);
  }
  .display-note.warn > .i {
    color: var(--warn-ink);
  }
  .display-note .t {
    flex: 1 1 auto;
    min-inline-size: 0;
    overflow-wrap: anywhere;
    font-size: 17px;
    line-height: 1.3;
  }
  .display-note b {
    display: block;
    font-size: 20px;
  }
  .display-note .acts {
    flex: none;
    display: flex;
    gap: 10px;
  }
  .display-note .btn {
    min-block-size: 72px;
    padding-inline: 24px;
    font-size: 18px;
  }
  .display-note .ib {
    inline-size: 72px;
    block-size: 72px;
    --i: 24px;
  }
  .display-note :focus-visible {
    outline-color: var(--accent-ink);
  }
  @media (max-width: 900px) {
    .display-note {
      flex-wrap: wrap;
      max-inline-size: none;
      margin-inline: 16px;
    }
    .display-note .t {
      flex: 1 1 calc(100% - 150px);
    }
    .display-note .acts {
      order: 1;
      flex: 1 1 100%;
    }
    .display-note .btn {
      flex: 1 1 0;
      padding-inline: 12px;
      font-size: 16px;
    }
    /* A face that leaves no room for the words beside it. */
    .stage:has(.warn) .level {
      display: none;
    }
    .stage:has(.warn) .center .av {
      --s: clamp(56px, 12vh, 120px);
    }
  }
  @media (max-width: 600px) {
    .display-note {
      margin-inline: 8px;
      margin-block-end: 10px;
      padding-inline: 16px 8px;
      border-radius: 24px;
      gap: 8px 12px;
    }
    .display-note .t {
      font-size: 15px;
    }
    .display-note b {
      font-size: 17px;
    }
  }
  @media (max-height: 620px) and (min-width: 601px) {
    .display-note {
      flex-wrap: nowrap;
      margin-block-end: 8px;
    }
    .display-note .acts {
      flex: none;
      order: 0;
    }
  }
`,Qe=g`
  @media (max-width: 900px) {
    .remote {
      grid-template: auto minmax(0, 1fr) auto / minmax(0, 1fr);
    }
    .remote .scr {
      --rest: 850px;
    }
  }
  @media (max-width: 600px) {
    .remote {
      padding: 16px;
      gap: 12px;
    }
    .remote .hd {
      flex-wrap: wrap;
      gap: 10px 12px;
    }
    .remote .hd .av {
      --s: 56px;
    }
    .remote .tools {
      inline-size: 100%;
    }
    .remote .tools > * {
      flex: 1;
      min-block-size: 48px;
      padding: 4px 12px;
      border-radius: 18px;
      font-size: 16px;
      --i: 22px;
    }
    .remote .scr {
      --rest: 620px;
      padding: 6px;
      border-radius: 12px;
    }
    .remote .glass,
    .players.small:has(~ .remote) {
      border-radius: 7px;
    }
    .remote .own {
      inset-block-end: 14px;
      inset-inline-end: 14px;
    }
    .remote .on {
      margin-block-start: 8px;
      font-size: 14px;
      --i: 22px;
      gap: 8px;
    }
    .remote .on b {
      font-size: 17px;
    }
    .pad {
      gap: 8px;
    }
    .pad .pk {
      min-block-size: 72px;
      padding: 6px 12px;
      gap: 10px;
      border-radius: 20px;
      font-size: 16px;
      --i: 26px;
    }
    .pk small {
      font-size: 14px;
    }
    .pad .vol {
      min-block-size: 80px;
      padding-inline: 8px;
      border-radius: 20px;
      gap: 10px;
      font-size: 15px;
    }
    .vol .ib {
      inline-size: 72px;
      block-size: 64px;
      border-radius: 18px;
    }
    .vol input {
      block-size: 36px;
    }
    .pad .hangup {
      margin-block-start: 4px;
      min-block-size: 80px;
    }
  }
  /* Where it would be a stamp. */
  @media (max-width: 900px) and (max-height: 720px) {
    .remote .scr,
    .players.small:has(~ .remote) {
      display: none;
    }
  }
  @media (max-width: 360px) {
    .remote .on b {
      font-size: 15px;
    }
    .remote .on small {
      display: none;
    }
    .pad .pk {
      padding-inline: 10px;
      font-size: 15px;
    }
  }
  @media (max-height: 620px) and (min-width: 601px) {
    .remote {
      grid-template: auto minmax(0, 1fr) / minmax(0, 0.8fr) minmax(0, 1.2fr);
      padding: 14px 20px;
      gap: 12px 24px;
    }
    .remote .hd {
      grid-column: 1;
      flex-wrap: wrap;
      gap: 8px 12px;
    }
    .remote .hd .av {
      --s: 56px;
    }
    .remote .who {
      flex-basis: 60%;
    }
    .remote .who h2 {
      font-size: 28px;
      -webkit-line-clamp: 1;
    }
    .remote .meta {
      font-size: 16px;
      --i: 18px;
    }
    .remote .tools {
      inline-size: 100%;
    }
    .remote .tools > * {
      flex: 1;
      min-block-size: 56px;
      padding: 4px 12px;
      font-size: 17px;
      --i: 24px;
    }
    .remote .scr {
      --rest: 300px;
    }
    .remote .on {
      margin-block-start: 10px;
      font-size: 15px;
    }
    .remote .on b {
      font-size: 18px;
    }
    .pad {
      grid-column: 2;
      grid-row: 1 / -1;
      grid-template-columns: repeat(3, 1fr);
      gap: 8px;
    }
    .pad .pk {
      min-block-size: 76px;
      padding: 4px 12px;
      gap: 8px;
      font-size: 16px;
      --i: 24px;
    }
    .pk small {
      font-size: 14px;
    }
    .pad .vol {
      min-block-size: 72px;
    }
    .vol .ib {
      block-size: 64px;
    }
    .vol input {
      block-size: 36px;
    }
    .pad .hangup {
      margin-block-start: 4px;
      min-block-size: 76px;
    }
  }
  @media (max-height: 620px), (max-width: 600px) {
    .pk .aside {
      display: none;
    }
  }
  @media (max-height: 420px) {
    .remote .scr,
    .players.small:has(~ .remote) {
      display: none;
    }
  }
`,Ze=g`
  .remote {
    position: absolute;
    inset: 0;
    display: grid;
    grid-template: auto minmax(0, 1fr) / minmax(0, 1.12fr) minmax(0, 1fr);
    gap: 20px 40px;
    padding: 28px 36px 32px;
    background: var(--bg);
    color: var(--text);
    overflow: hidden;
  }
  .remote .hd {
    grid-column: 1 / -1;
    display: flex;
    align-items: center;
    gap: 20px;
  }
  .remote .hd .av {
    --s: 84px;
  }
  .remote .who {
    flex: 1;
    margin: 0;
    max-inline-size: none;
  }
  .remote .meta {
    color: var(--quiet);
    margin-block-start: 2px;
  }
  .remote .bars i {
    background: currentcolor;
  }
  .remote .bars .n {
    opacity: 0.32;
  }
  .remote .tools {
    display: flex;
    gap: 12px;
  }
  .remote .tvset {
    align-self: center;
    min-block-size: 0;
    block-size: 100%;
    display: flex;
    flex-direction: column;
    justify-content: center;
  }
  /* In the shape of a TV, and never so large that something else has no room. */
  .remote .scr {
    --rest: 300px;
    position: relative;
    flex: 0 1 auto;
    min-block-size: 0;
    inline-size: min(100%, (100vh - var(--rest)) * 16 / 9);
    aspect-ratio: 16 / 9;
    margin-inline: auto;
    padding: 12px;
    border-radius: 20px;
    background: #1d2226;
  }
  .remote .glass {
    block-size: 100%;
    display: grid;
    place-items: center;
    border-radius: 10px;
    overflow: hidden;
    background: radial-gradient(80% 90% at 50% 30%, oklch(0.42 0.09 var(--tint) / 0.6), transparent 75%) #0d1013;
  }
  .remote .glass .av {
    --s: clamp(56px, 16vh, 160px);
  }
  .remote .own {
    position: absolute;
    z-index: 3;
    inset-block-end: 28px;
    inset-inline-end: 28px;
    inline-size: 22%;
    border-radius: 10px;
    box-shadow: 0 0 0 2px rgba(255, 255, 255, 0.4);
  }
  .players.small:has(~ .remote) {
    border-radius: 10px;
  }
  .remote .on {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 14px;
    margin-block-start: 20px;
    font-size: 17px;
    line-height: 1.35;
    color: var(--quiet);
    --i: 30px;
  }
  .remote .on .i {
    color: var(--go-ink);
  }
  .remote .on > span {
    flex: 1 1 60%;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .remote .on :is(b, small) {
    display: block;
    font-size: inherit;
  }
  .remote .on b {
    font-size: 22px;
    color: var(--text);
  }
  .pad {
    display: grid;
    grid-template-columns: 1fr 1fr;
    gap: 14px;
    align-content: center;
    min-block-size: 0;
  }
  .pad .pk {
    min-inline-size: 0;
    min-block-size: 104px;
    border-radius: 28px;
    background: var(--surface);
    box-shadow: inset 0 0 0 1px var(--line);
    display: flex;
    align-items: center;
    gap: 16px;
    padding: 10px 20px;
    font-size: 19px;
    line-height: 1.2;
    text-align: start;
    --i: 34px;
  }
  .pk > span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .pk b,
  .pk small {
    display: block;
  }
  .pk small {
    font-size: 16px;
    color: var(--quiet);
  }
  .pk.no {
    background: var(--text);
    color: var(--surface);
  }
  .pk.no small {
    color: inherit;
  }
  :is([data-action='display'], [data-action='display-back'], .display-note) .i:dir(rtl) {
    transform: scaleX(-1);
  }
  .pad .vol {
    grid-column: 1 / -1;
    order: -1;
    min-block-size: 104px;
    border-radius: 28px;
    background: var(--surface);
    box-shadow: inset 0 0 0 1px var(--line);
    display: flex;
    align-items: center;
    gap: 16px;
    padding: 6px 14px;
    font-size: 17px;
    font-weight: 500;
    line-height: 1.2;
  }
  .vol .ib {
    inline-size: 76px;
    block-size: 76px;
    background: var(--sunken);
    font-size: 34px;
  }
  .vol label {
    flex: 1;
    min-inline-size: 0;
    display: grid;
  }
  .vol input {
    inline-size: 100%;
    block-size: 48px;
    margin: 0;
    accent-color: var(--accent-fill);
  }
  .vol.none {
    padding-inline: 24px;
    font-weight: 400;
    color: var(--quiet);
  }
  .pad .hangup {
    grid-column: 1 / -1;
    margin-block-start: 16px;
    border-radius: 28px;
  }
  .remote ~ .second {
    position: absolute;
    inset-block-start: 16px;
    inset-inline: 16px;
    margin: 0 auto;
    inline-size: auto;
  }
  ${Qe}
`,ei=g`
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
`,ii=g`
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
    .seven .key {
      flex-basis: 22%;
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
  @media (max-height: 520px) and (min-width: 601px) {
    .heads {
      padding-block-start: 16px;
    }
    .who h2 {
      font-size: 28px;
    }
    .meta {
      font-size: 16px;
      --i: 18px;
    }
    .self {
      inline-size: 184px;
      inset-block-start: 16px;
      border-radius: 18px;
    }
    .st {
      padding: 6px 10px;
      font-size: 14px;
      --i: 16px;
    }
    .several {
      --row: 89px;
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
`,ai=g`
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
  .several {
    --row: calc(clamp(104px, 14.5vw, 184px) * 0.625 + 24px);
  }
  [data-corner^='bottom'] .self {
    position: fixed;
    inset-block: auto calc(var(--dock, 120px) + 48px + var(--row, 0px));
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
  .stage :focus-visible {
    outline-color: #fff;
  }
`;class ni{#i=null;#e=0;hear(e,a){e<.02?this.#i=null:a-(this.#i??=a)>=300&&(this.#e=a+4e3)}forget(){this.#i=null,this.#e=0}at(e){return e<this.#e}}const ti=[ai,Ye,ei,Je,Ze,ii,Ge];class si{place;#i;#e=new ni;#a;#n;#t;#s;#o;#d;#r;#p=null;#l=!1;#c=null;moved=null;constructor(e,a,t){this.#a=a,this.#s=t,this.#o=new Te(e),this.#d=new Ae(e,a),this.#r=new He(e),this.place=new Le(e),this.#i=new ve(e),this.#n=new K(n=>this.#c?.style.setProperty("--level",Math.sqrt(Math.min(1,n)).toFixed(2))),this.#t=new K(n=>{const s=this.unheard;this.#e.hear(n,a()),this.unheard!==s&&e()},{throughMute:!0})}get quality(){return this.#i.quality}get unheard(){return this.#e.at(this.#a())}asksFor(e){return this.unheard||G(e)||O(e)!==null}display(e,a){return ye(this.#s(),e,a)}begin(){this.#l=!1}swap(){this.#l=!this.#l}follow(e,a,t,n){this.#i.look(e,a,t,n),this.#r.look(a?.remote.value??null),this.#o.look(e,this.#s(),t),this.moved=e&&this.#p?.id===e.id?je(this.#p.display,e):null,this.#p=e;const s=e?.phase==="active"?e:null,l=s&&!y(s,n)&&!s.remoteAudioMuted;this.#n.listen(l?a?.remote.value.participants.find(({audio:c})=>c)?.audio??null:null);const p=s!==null&&!s.wanted.audio;this.#t.listen(p?a?.voice.value??null:null),p||this.#e.forget()}pictured(e,a){return y(e,a)}second(e,a){return fe(e,a)}render({call:e,second:a,small:t},n){if(t)return Fe(e,n);const s=this.#l&&n.preview!==null,{quality:l,unheard:p}=this,c={...n,quality:l,swapped:s,unheard:p,movable:this.#o.some,...this.#r.draw(n.hidden)};if(!G(e))return Ue(e,a,c);const x=this.#s(),h=this.#d.of(e,x),w=y(e,n.sharing),k=x.cameras().length;return r`${Me(e,e.display,{...c,volume:h,seen:w,cameras:k})}${a??d}`}drawn(e,a){this.#c=a,Xe(a.querySelector(".window"),e,a)}close(){this.#n.listen(null),this.#t.listen(null)}}function G(i){return i.display?.state==="there"}const oi=Object.freeze(Object.defineProperty({__proto__:null,Talking:si,styles:ti},Symbol.toStringTag,{value:"Module"}));export{oi as a,X as p,Be as t};
