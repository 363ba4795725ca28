import{i as b,d as x,f as h,w as g,b as t,A as n,e as r}from"./follow-DRQ7dsox.js";import{c as v}from"./repeat-Cd5vaLea.js";import{a as y}from"./avatar-WNulclsO.js";import{b as $,a as w}from"./styles-CFJnvxnp.js";import{t as p}from"./more-xTRIwRDH.js";import{l as k}from"./icons-BV_gccv2.js";import{c as z}from"./overlay-hfTeSMsm.js";import"./live-CHn0wObT.js";import"./live-XcGEVj23.js";import"./app-Bskg69UH.js";import"./station-of-CKuNdvPH.js";import"./target-of-C0PIqFxi.js";import"./devices-BSqrq19G.js";function c({screen:a,video:e,videoMuted:i}){return a??(i?null:e)}function M(a,e){return a.filter(i=>i.id!==e||c(i)===null)}const O=b`
  :host {
    display: block;
    position: relative;
    margin: 0 auto 16px;
    max-inline-size: calc(100% - 32px);
    --tile: clamp(104px, 15vw, 184px);
  }
  ul {
    display: flex;
    gap: 10px;
    margin: 0;
    padding: 4px;
    list-style: none;
    overflow-x: auto;
    scrollbar-width: none;
  }
  ul:focus-visible {
    border-radius: 22px;
    outline: 3px solid #fff;
    outline-offset: 0;
  }
  li {
    position: relative;
    flex: none;
    inline-size: var(--tile);
    aspect-ratio: 16 / 10;
    display: grid;
    place-items: center;
    overflow: hidden;
    border-radius: 18px;
    background: #15191d;
    box-shadow: 0 0 0 2px rgba(255, 255, 255, 0.22);
  }
  li.speaks {
    box-shadow: 0 0 0 4px #4cd964;
  }
  video {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    object-fit: cover;
  }
  .av {
    --s: calc(var(--tile) * 0.36);
    margin-block-end: 16px;
  }
  p {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0;
    margin: 0;
    padding: 14px 10px 6px;
    display: flex;
    align-items: center;
    gap: 6px;
    font-size: 16px;
    font-weight: 500;
    line-height: 1.2;
    color: #fff;
    background: linear-gradient(transparent, rgba(6, 8, 10, 0.82) 60%);
    --i: 18px;
  }
  bdi {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  @media (max-height: 520px) {
    :host {
      --tile: 104px;
      margin-block-end: 8px;
    }
  }
`;class m extends x{static styles=[$,O];static properties={people:{attribute:!1},large:{attribute:!1},nameless:{attribute:!1}};#e=new WeakMap;constructor(){super(),this.people=[],this.large=null,this.nameless=!1,h(this,()=>[g])}render(){return t`<ul tabindex="0" aria-label=${p("call.people")}>
      ${v(M(this.people,this.large),({id:e})=>e,e=>this.#i(e))}
    </ul>`}#i(e){const{id:i,audioMuted:s,speaking:f=!1,unreadable:l=!1}=e,d=c(e),o=this.nameless?p("call.somebody"):e.name??i,u={n:o};return t`<li class=${f&&!s?"speaks":""} data-participant=${this.nameless?n:i}>
      ${d?t`<video autoplay playsinline .muted=${!0} .srcObject=${this.#t(d)}></video>`:this.#a(e,o)}
      <p>
        ${l?r(k):s?r(z):n}<bdi>${o}</bdi>
        ${l||s?t`<span class="vh">${p(l?"call.unreadable":"call.muted",u)}</span>`:n}
      </p>
    </li>`}#a({id:e},i){return this.nameless?t`<span class="av nobody" aria-hidden="true"><span class="p">${r(w)}</span></span>`:y({id:e,name:i,avatar:null})}#t(e){const i=this.#e.get(e)??new MediaStream([e]);return this.#e.set(e,i),i}}customElements.get("ca-family")||customElements.define("ca-family",m);function j(a,e,i){return t`<ca-family .people=${a} .large=${e} .nameless=${i}></ca-family>`}export{m as CaFamily,j as family};
