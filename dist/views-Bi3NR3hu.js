import{l as b,p as k,i as w,d as $,f,w as v,b as a,A as r,e as l,j as x}from"./follow-CXILmOiZ.js";import{h as y}from"./avatar-D5ZbJEIc.js";import{b as _,p as z,s as A}from"./styles-vvU9KK_3.js";import"./more-D1QN5pac.js";import{b as d,a as u,n as M,t as T,e as C,h as H}from"./overlay-C8FqWk01.js";import{c as I}from"./app-oQJzt6yM.js";import{s as V}from"./second-BiUaVYAY.js";import"./live-BLqYFu5I.js";import"./station-of-CKuNdvPH.js";import"./target-of-C0PIqFxi.js";import"./devices-BSqrq19G.js";const j={"ring.door":"Somebody rang","ring.talk":"Talk","ring.ignore":"Ignore","ring.ignore_from":"Ignore {n}","ring.still":"Picture of {n}","ring.assist":"Home Assistant calls","ring.assist_text":"Assist opens when you accept.","ring.assist_answer":"Talk to Assist","ring.connect":"Home Assistant connects you","ring.connect_text":"{n} is called when you accept.","ring.connect_answer":"Call {n}","ring.buttons":"What {n} can do","ring.sure":"{what}: sure?","ring.yes":"Yes, {what}","ring.running":"Running…","ring.done":"Done","ring.failed":"It did not work","ring.no_speaker":"This door has no loudspeaker: you only see and hear.","ring.taken":"Another room is talking with the door.","ring.over_text":"The conversation is over. {time}","ring.away_door":"The camera of {n} does not answer","ring.away_door_text":"Nothing could be seen or heard.","ring.away_assist":"Home Assistant does not answer","ring.away_assist_text":"Assist could not be opened. It works again once Home Assistant is back."};k("rings",j);function s(i,n){return b(i,n)}const g=["M15.5 12.5a1.2 1.2 0 1 1-2.4 0 1.2 1.2 0 1 1 2.4 0z","M6 21V4.5C6 3.7 6.7 3 7.5 3h9c.8 0 1.5.7 1.5 1.5V21M3.5 21h17"],D=["","M4 5h16a1.5 1.5 0 0 1 1.5 1.5v9A1.5 1.5 0 0 1 20 17h-8l-4.5 3.7V17H4a1.5 1.5 0 0 1-1.5-1.5v-9A1.5 1.5 0 0 1 4 5zM8 11h.1M12 11h.1M16 11h.1"],R=w`
  :host {
    display: flex;
    flex-direction: column;
    align-items: center;
    gap: 16px;
    max-inline-size: 100%;
  }
  img {
    inline-size: min(100%, 640px);
    max-block-size: 42vh;
    aspect-ratio: 16 / 9;
    object-fit: cover;
    border-radius: 24px;
    background: var(--sunken);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    justify-content: center;
    gap: 16px;
  }
  button {
    min-block-size: 72px;
    min-inline-size: 72px;
    padding: 8px 26px;
    border-radius: 26px;
    font: inherit;
    font-size: 19px;
    display: inline-flex;
    align-items: center;
    gap: 12px;
    overflow-wrap: anywhere;
  }
  button.plain {
    background: var(--accent-tint);
    color: var(--accent-ink);
  }
  button.yes {
    background: var(--go-fill);
    color: #fff;
  }
  .note {
    font-size: 18px;
    padding: 10px 18px;
    border-radius: 18px;
    background: var(--warn-tint);
    color: var(--warn-ink);
  }
  :host([over]) button.plain,
  :host([over]) .note,
  :host([over]) .ask {
    background: rgba(18, 21, 25, 0.88);
    color: #fff;
  }
  .ask {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 16px;
    padding: 12px 20px;
    border-radius: 26px;
    font-size: 20px;
  }
  .vh {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`,S=600,q=8e3;class B extends ${static styles=[_,R];static properties={call:{attribute:!1},nameless:{attribute:!1},over:{type:Boolean,reflect:!0}};now=()=>Date.now();#n=null;#i;constructor(){super(),f(this,()=>[v])}disconnectedCallback(){super.disconnectedCallback(),this.#s(null)}render(){const{ring:n,peer:t}=this.call;if(!n)return a``;const e=this.#n&&n.buttons[this.#n.index],o=this.nameless?"":t.name;return a`${!this.over&&n.still?a`<img src=${n.still} alt=${s("ring.still",{n:o})} />`:r}${this.over&&n.talk==="impossible"?a`<p class="note" role="status">${s("ring.no_speaker")}</p>`:r}${this.over&&n.talk==="taken"?a`<p class="note" role="status">${s("ring.taken")}</p>`:r}${e&&this.#n?this.#a(e,this.#n.index):this.#e(n.buttons,o)}`}updated(n){this.renderRoot.querySelector(".yes")?.focus()}#e(n,t){return n.length===0?r:a`<div class="acts" role="group" aria-label=${s("ring.buttons",{n:t})}>
      ${n.map((e,o)=>a`<button
            class="plain"
            data-button=${o}
            data-state=${e.state}
            ?disabled=${e.state==="running"}
            @click=${()=>this.#o(e,o)}
          >
            ${e.asks?l(g):r}<span
              >${e.name}${e.state==="idle"?r:a` <small role="status">${s(`ring.${e.state}`)}</small>`}</span
            >
          </button>`)}
    </div>`}#a({name:n},t){return a`<div class="ask" role="alertdialog" aria-labelledby="sure">
      <p id="sure">${s("ring.sure",{what:n})}</p>
      <div class="acts">
        <button class="plain" data-answer="no" @click=${()=>this.#s(null)}>${s("common.cancel")}</button>
        <button class="yes" data-answer="yes" @click=${()=>this.#r(t)}>${s("ring.yes",{what:n})}</button>
      </div>
    </div>`}#o({asks:n},t){n?this.#s(t):this.#t(t)}#r(n){!this.#n||this.now()-this.#n.at<S||(this.#s(null),this.#t(n))}#s(n){clearTimeout(this.#i),this.#n=n===null?null:{index:n,at:this.now()},n!==null&&(this.#i=setTimeout(()=>this.#s(null),q)),this.requestUpdate()}#t(n){const{ring:t}=this.call;t&&I()?.command({type:"ring-action",ring:t.id,action:n,by:"touch"})}}customElements.get("ca-door")||customElements.define("ca-door",B);function E(i,n){const{ring:t,peer:e}=i;if(t?.kind!=="door")return null;const o=e.name;return V(i,n,{face:t.still?a`<img class="still" src=${t.still} alt=${s("ring.still",{n:o})} />`:l(g),kind:s("ring.door"),answer:g,decline:s("ring.ignore"),declineLabel:s("ring.ignore_from",{n:o})})}function O({call:i,view:n},t){const{ring:e}=i;return!e||e.away?null:n==="incoming"?L(i,e,t):n==="outcome"?U(i,e):null}const p={assist:D,door:g,connect:z};function L(i,n,{hidden:t,silenceable:e,snapshot:o}){const c=i.peer.name;return a`<section
    class="sheet ringing ca-incoming"
    data-ring=${n.kind}
    style="--tint:${y(i.peer.contactId)}"
  >
    <div class="top">
      <p class="kind rings" id="kind">${l(p[n.kind])}<span>${s(`ring.${n.kind}`)}</span></p>
      ${e?d({action:"silence",call:i,icon:u,word:s("in.silence"),look:"btn edge tall"}):r}
      ${i.silenced?a`<p class="chip still">${l(u)}${s("card.silent")}</p>`:r}
    </div>
    <div class="mid">
      ${n.kind==="door"?a`<ca-door .call=${i} .nameless=${t}></ca-door>`:a`<div class="halo">${l(p[n.kind])}</div>`}
      ${M(i)}
      <p class="via" id="via">${t?s("in.hidden"):N(n)}</p>
      ${t?d({action:"show-who",call:i,icon:C,word:s("in.show"),look:"btn edge tall"}):r}
      ${o.soundBlocked?a`<p class="chip warn">${l(A)}${s("in.blocked")}</p>`:r}
    </div>
    <div class="acts turned">
      ${d({action:"answer-voice",call:i,icon:p[n.kind],word:P(n,t),look:"big go first"})}<span
        class="gap"
      ></span
      >${d({action:"decline",call:i,icon:H,word:n.kind==="door"?s("ring.ignore"):s("in.decline"),look:"big stop",label:n.kind==="door"?s("ring.ignore_from",{n:c}):s("in.decline_from",{n:c})})}
    </div>
  </section>`}function N({kind:i,to:n}){switch(i){case"assist":return s("ring.assist_text");case"connect":return s("ring.connect_text",{n});case"door":return""}}function P({kind:i,to:n},t){switch(i){case"assist":return s("ring.assist_answer");case"connect":return t?s("in.answer"):s("ring.connect_answer",{n});case"door":return s("ring.talk")}}function U(i,{kind:n}){const t=i.reason==="unreachable",e=i.connected===null||i.ended===null?"":T(i.ended-i.connected),o=i.peer.name,c=n==="door",h=t?c?s("ring.away_door",{n:o}):s("ring.away_assist"):o,m=t?s(c?"ring.away_door_text":"ring.away_assist_text"):s("ring.over_text",{time:e});return a`<section class="sheet plain ca-outcome" data-reason=${i.reason??""} data-ring=${n}>
    <div class="top">
      <p class="kind" id="kind">${l(p[n])}<bdi class="mut">${o}</bdi></p>
    </div>
    <div class="mid">
      <div class="halo still">
        ${l(p[n])}${t?a`<span class="mark bad">${l(x)}</span>`:r}
      </div>
      <h2 class="title" id="name">${h}</h2>
      <p class="why" id="via">${m}</p>
    </div>
    <div class="acts center">
      ${d({action:"dismiss",call:i,word:s("common.done"),look:"big solid first"})}
    </div>
  </section>`}export{O as ringView,E as secondRing};
