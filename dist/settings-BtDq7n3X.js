import{b as n,A as h,i as y,e as _,L as x}from"./follow-CXILmOiZ.js";import{P as u,t,q as A,k as q,r as $,u as b,l as C,v as S,x as R}from"./pages-Biu1WDUk.js";import{a as g,c as v,s as m,t as T,d as D,r as f}from"./rows-CsW6RFd8.js";import{C as O,a as U,b as I}from"./copy-mANDymgy.js";import{C as j}from"./accounts-BUDsj6Ei.js";import{a as L}from"./avatar-D5ZbJEIc.js";import{p as z}from"./view-B3YbeZbq.js";import{l as E}from"./live-CTku88e4.js";import{D as N}from"./devices-BwgnKHvg.js";import{d as H}from"./troubles-CzxnInXf.js";import{t as V}from"./displays-CZMmEMs6.js";import"./styles-vvU9KK_3.js";import"./more-D1QN5pac.js";import"./live-BLqYFu5I.js";import"./app-oQJzt6yM.js";import"./station-of-CKuNdvPH.js";import"./view-BwsWWQp0.js";import"./setup-xIpPFBvE.js";const P=[["dialAnyone","auto.dial_anyone"],["linkDials","auto.link","auto.link_help"],["scriptAnswers","auto.answer","auto.answer_help"],["scriptAnswersWithCamera","auto.answer_camera"],["scriptHangsUp","auto.hang_up"],["scriptUnmutes","auto.unmute","auto.less"],["scriptTurnsCameraOn","auto.camera","auto.less"]];class W extends u{static properties={slug:{attribute:!1},helpers:{state:!0}};constructor(){super(),this.slug="",this.helpers="rest"}render(){const s=this.stationOf(this.slug);return n`${P.map(([e,i,a])=>g({name:e,word:t(i),help:a&&t(a),on:s[e],change:r=>{this.tell(()=>this.callAssist.configureStation({[e]:r},s.slug))}}))}
      ${this.#t()}
      <p class="said" role="status">${this.said}</p>`}#t(){const s=this.helpers==="rest",e=()=>{this.helpers="rest"};return n`<div class="line">
        <span class="t"><b>${t("auto.helpers")}</b><small>${t("auto.helpers_help")}</small></span>
        <button
          class="btn edge"
          data-action="make-helpers"
          aria-disabled=${!s}
          @click=${()=>s&&void this.#e()}
        >
          ${t("auto.helpers_make")}
        </button>
        <button
          class="btn edge"
          data-action="remove-helpers"
          aria-disabled=${!s}
          @click=${()=>s&&void(this.helpers="asks")}
        >
          ${t("set.remove")}
        </button>
      </div>
      ${this.helpers==="asks"?v(t("auto.helpers_sure"),t("set.remove"),{yes:()=>{this.#s()},no:e}):h}`}async#e(){this.helpers="work";let s=null;const{slug:e}=this.stationOf(this.slug);await this.tell(async()=>s=await this.callAssist.createHelpers(e))&&(this.said=G(s)),this.helpers="rest"}async#s(){this.helpers="work";let s=null;const{slug:e}=this.stationOf(this.slug);await this.tell(async()=>s=await this.callAssist.removeHelpers(e))&&(this.said=B(s)),this.helpers="rest"}}const w=l=>t(l?.refused==="not_admin"?"lock.not_admin":"auto.helpers_away");function G(l){if(!l?.ok)return w(l);const s=l.helpers.filter(({outcome:e})=>e==="failed").length;return s>0?t("auto.helpers_some",{count:s}):t("auto.helpers_made")}function B(l){if(!l?.ok)return w(l);const s=l.helpers.filter(({outcome:e})=>e!=="removed").length;return s>0?t("auto.helpers_left",{count:s}):t("auto.helpers_removed")}class M extends u{render(){const s=this.snapshot.contacts.filter(({autoAnswer:e})=>e!=="off");return n`${s.map(e=>n`<div class="line">
            ${L({...e,presence:"unknown"})}
            <span class="t"
              ><b><bdi>${e.name}</bdi></b
              ><small>${t(e.autoAnswer==="video"?"con.drop_in.video":"con.drop_in.voice")}</small></span
            >
            <button
              class="btn edge"
              data-action="person"
              aria-label="${t("set.change")}: ${e.name}"
              @click=${()=>this.open("contact",z(e.accountId,e.id))}
            >
              ${t("set.change")}
            </button>
          </div>`)}
      <div class="line">
        <span class="t"><small>${t(s.length?"set.drop_in_only":"set.drop_in_none")}</small></span>
        ${this.snapshot.contacts.length?n`<button class="btn edge" data-action="people" @click=${()=>this.open("contact")}>
                ${t("set.drop_in_add")}
              </button>`:h}
      </div>
      <p class="said" role="status">${this.said}</p>`}}const Q=["none","pin","admin"];class F extends u{static properties={choosing:{state:!0},wrong:{state:!0}};constructor(){super(),this.choosing=!1,this.wrong=""}render(){const{lock:s}=this.snapshot.settings;return n`${m({name:"lock",word:t("lock.kind"),help:t("lock.kind_help"),choices:Q.map(e=>({id:e,label:t(`lock.kind.${e}`)})),chosen:this.choosing?"pin":s,change:e=>this.#s(e)})}
      ${this.choosing?this.#e():s==="none"?h:this.#t(s)}
      <p class="said" role="status">${this.said}</p>`}#t(s){return s!=="pin"?h:n`<div class="acts">
      <button class="btn edge" data-action="change-pin" @click=${()=>this.choosing=!0}>
        ${t("lock.change")}
      </button>
      <button class="btn edge" data-action="lock-now" @click=${()=>this.callAssist.lock()}>${t("lock.now")}</button>
    </div>`}#e(){const s=(e,i)=>n`<div class="field">
        <label for=${e}>${i}</label>
        <input
          class="in"
          id=${e}
          type="password"
          inputmode="numeric"
          autocomplete="off"
          maxlength="12"
          aria-invalid=${this.wrong?"true":"false"}
          aria-describedby="pin-hint"
        />
      </div>`;return n`<form @submit=${this.#i}>
      ${s("new-pin",t("lock.new"))} ${s("same-pin",t("lock.repeat"))}
      <p class="hint ${this.wrong?"err":""}" id="pin-hint" role=${this.wrong?"alert":h}>
        ${this.wrong||t("lock.pin_help")}
      </p>
      <div class="acts">
        <button
          type="button"
          class="btn edge"
          data-action="cancel"
          @click=${()=>{this.choosing=!1,this.wrong=""}}
        >
          ${t("common.cancel")}
        </button>
        <button class="btn solid" data-action="save-pin">${t("common.save")}</button>
      </div>
    </form>`}#s(s){this.wrong="",this.said="",this.choosing=s==="pin"&&this.snapshot.settings.lock!=="pin",!this.choosing&&s!==this.snapshot.settings.lock&&this.#a({lock:s},""),this.requestUpdate()}#i=async s=>{s.preventDefault();const[e,i]=["#new-pin","#same-pin"].map(a=>this.renderRoot.querySelector(a)?.value??"");if(/^\d{4,12}$/.test(e??"")?e!==i?this.wrong=t("lock.differ"):this.wrong="":this.wrong=t("lock.pin_help"),this.wrong||!e)return void this.renderRoot.querySelector("#new-pin")?.focus();await this.#a({lock:"pin",pin:e},t("lock.saved"))&&(this.choosing=!1)};async#a(s,e){let i=!1;const a=async()=>{try{await this.callAssist.configureDevice(s)}catch(d){throw i=A(d)==="not_admin",d}},r=await this.tell(a,e);return i&&(this.said=t("lock.not_admin")),r}}const J={days:[0,1,2,3,4,5,6],from:"21:30",to:"07:00"};class K extends u{static styles=[...u.styles,y`
      .times {
        display: grid;
        gap: 12px;
        padding-block: 12px;
      }
      .times + .times {
        border-block-start: 1px solid var(--line);
      }
      .days {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
      }
      .days button {
        min-inline-size: 48px;
        min-block-size: 48px;
        padding: 4px 10px;
        border-radius: 24px;
        font-weight: 500;
        background: var(--sunken);
      }
      .days [aria-pressed='true'] {
        background: var(--accent-fill);
        color: #fff;
      }
      .span {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 12px;
      }
      .span label {
        display: grid;
        gap: 4px;
        font-size: 15px;
        color: var(--quiet);
      }
      .span .in {
        min-block-size: 48px;
        inline-size: 140px;
        color: var(--text);
      }
    `];static properties={editing:{state:!0}};constructor(){super(),this.editing=null}render(){const{settings:s,quietUntil:e}=this.snapshot,{quietTimes:i}=s;return n`${e===null?h:n`<p class="hint">${t("set.quiet_until",{time:q(e)})}</p>`}
      ${i.map((a,r)=>r===this.editing?this.#e(a,r):this.#t(a,r))}
      <div class="acts">
        <button
          class="btn"
          data-action="add-time"
          @click=${()=>{this.#s([...i,J]).then(a=>a&&(this.editing=i.length))}}
        >
          ${t("set.quiet_add")}
        </button>
      </div>
      <p class="said" role="status">${this.said}</p>`}#t(s,e){const i=t("set.quiet_span",{from:$(s.from),to:$(s.to)}),a=k(s.days);return n`<div class="line">
      <span class="t"><b>${a}</b><small>${i}</small></span>
      <button
        class="btn edge"
        data-action="edit-time"
        aria-label="${t("set.change")}: ${a}, ${i}"
        @click=${()=>this.editing=e}
      >
        ${t("set.change")}
      </button>
    </div>`}#e(s,e){const{quietTimes:i}=this.snapshot.settings,a=o=>{this.#s(i.map((c,p)=>p===e?{...c,...o}:c))},r=o=>a({days:s.days.includes(o)?s.days.filter(c=>c!==o):[...s.days,o].toSorted((c,p)=>c-p)}),d=(o,c)=>n`<label
        >${c}<input
          class="in"
          type="time"
          name=${o}
          required
          .value=${E(s[o])}
          @change=${p=>a({[o]:p.target.value.slice(0,5)})}
      /></label>`;return n`<div class="times" role="group" aria-label=${k(s.days)}>
      <div class="days">
        ${b().map(({day:o,short:c,long:p})=>n`<button
              data-day=${o}
              aria-label=${p}
              aria-pressed=${s.days.includes(o)}
              @click=${()=>r(o)}
            >
              ${c}
            </button>`)}
      </div>
      <div class="span">${d("from",t("set.quiet_from"))}${d("to",t("set.quiet_to"))}</div>
      <div class="acts">
        <button
          class="btn edge"
          data-action="remove-time"
          @click=${()=>{this.editing=null,this.#s(i.filter((o,c)=>c!==e))}}
        >
          ${t("set.remove")}
        </button>
        <button class="btn solid" data-action="done" @click=${()=>this.editing=null}>${t("common.done")}</button>
      </div>
    </div>`}#s(s){return this.tell(()=>this.callAssist.configureDevice({quietTimes:s}))}}function k(l){return l.length===0?t("set.quiet_never"):l.length===7?t("set.quiet_daily"):b().filter(({day:s})=>l.includes(s)).map(({short:s})=>s).join(", ")}const X={microphone:"microphones",deviceCamera:"cameras",speaker:"speakers"};class Y extends u{static properties={slug:{attribute:!1}};#t=new N(this,()=>this.callAssist);constructor(){super(),this.slug=""}render(){const s=this.stationOf(this.slug),{hidden:e,speakers:i}=this.#t.lists;return n`${T({name:"name",word:t("set.name"),value:s.name,longest:60,change:a=>{this.#a({name:a})}})}
      ${this.#e(s)}
      ${s.camera==="this_device"?this.#s("deviceCamera",t("set.device_camera")):h}
      ${this.#s("microphone",t("call.mic"))}
      ${i.length?this.#s("speaker",t("set.speaker")):h}
      ${e?n`<div class="line">
              <span class="t"><small>${t("set.devices_hidden")}</small></span>
              <button class="btn edge" data-action="name-devices" @click=${()=>{this.#i()}}>
                ${t("set.devices_show")}
              </button>
            </div>`:h}
      <p class="said" role="status">${this.said}</p>`}#e({camera:s}){const e=this.callAssist.cameras().filter(({id:a})=>a!=="this_device"),i=s==="this_device"||e.some(({id:a})=>a===s);return m({name:"camera",word:t("set.camera"),choices:[{id:"this_device",label:t("call.this_camera")},...i?[]:[{id:s,label:t("set.camera_gone",{camera:s})}],...e.map(({id:a,name:r,available:d})=>({id:a,label:d?r:t("set.camera_gone",{camera:r})}))],chosen:s,change:a=>{this.#a({camera:a})}})}#s(s,e){const i=this.stationOf(this.slug)[s],a=this.#t.lists[X[s]],r=a.find(({deviceId:c})=>c===i?.deviceId)??a.find(({label:c})=>c===i?.label),d=i&&!r?[{id:i.deviceId,label:t("set.camera_gone",{camera:i.label||e})}]:[],o=c=>a.find(({deviceId:p})=>p===c)??null;return m({name:s,word:e,choices:[{id:"",label:t("set.device_default")},...d,...a.map(({deviceId:c,label:p})=>({id:c,label:p}))],chosen:r?.deviceId??i?.deviceId??"",change:c=>{this.#a({[s]:o(c)})}})}async#i(){const{callAssist:s}=this,{camera:e,deviceCamera:i}=this.stationOf(this.slug),a=async()=>{const r=new AbortController;try{await s.followMicrophone(null,{signal:r.signal,onLevel:()=>{}}),e==="this_device"&&await s.previewCamera({camera:e,deviceCamera:i},r.signal)}finally{r.abort()}};await this.tell(a,"",H),await this.#t.look()}#a(s){return this.tell(()=>this.callAssist.configureStation(s,this.stationOf(this.slug).slug))}}const Z=60;class ss extends u{static properties={removing:{state:!0},adding:{state:!0}};constructor(){super(),this.removing=null,this.adding=!1}render(){const{stations:s}=this.snapshot;return n`${s.map((e,i)=>this.#t(e,i===0,s.length>1))}
      <div class="box">
        ${this.adding?this.#i():this.#s()}
        <p class="said" role="status">${this.said}</p>
      </div>`}#t(s,e,i){const{slug:a}=s;return n`<div class="box" data-station=${a}>
      ${i?this.#e(s,e):h}
      <ca-station class="part" .callAssist=${this.callAssist} .slug=${a}></ca-station>
      <h4 class="cap">${V("tv.set.title")}</h4>
      <ca-display class="part" .callAssist=${this.callAssist} .slug=${a}></ca-display>
      <h4 class="cap">${t("auto.title")}</h4>
      <ca-automations class="part" .callAssist=${this.callAssist} .slug=${a}></ca-automations>
    </div>`}#e({slug:s,name:e},i){const a=()=>{this.removing=null},r=()=>{a(),this.tell(()=>this.callAssist.removeStation(s))};return n`<div class="line">
        <span class="t"
          ><b dir="auto">${e}</b>${i?n`<small>${t("set.station_first")}</small>`:h}</span
        >
        ${i?h:n`<button
                class="btn edge"
                data-action="prefer"
                @click=${()=>{this.tell(()=>this.callAssist.preferStation(s))}}
              >
                ${t("set.station_prefer")}
              </button>`}
        <button class="btn edge" data-action="remove" @click=${()=>{this.removing=s}}>
          ${t("set.remove")}
        </button>
      </div>
      ${this.removing===s?v(t("set.station_sure",{n:e}),t("set.remove"),{yes:r,no:a}):h}`}#s(){return n`<div class="line">
      <span class="t"><b>${t("set.station_add")}</b><small>${t("set.station_help")}</small></span>
      <button class="btn edge" data-action="add-station" @click=${()=>{this.adding=!0}}>
        ${t("set.open")}
      </button>
    </div>`}#i(){return n`<form class="part" @submit=${this.#a}>
      <div class="field">
        <label for="new-station">${t("set.name")}</label>
        <input class="in" id="new-station" dir="auto" autocomplete="off" maxlength=${Z} />
      </div>
      <div class="acts">
        <button type="button" class="btn edge" data-action="cancel" @click=${()=>{this.adding=!1}}>
          ${t("common.cancel")}
        </button>
        <button class="btn solid" data-action="save-station">${t("common.save")}</button>
      </div>
    </form>`}#a=async s=>{s.preventDefault();const e=this.renderRoot.querySelector("#new-station")?.value.trim()??"";await this.tell(()=>this.callAssist.addStation({name:e}))&&(this.adding=!1)}}const ts=1e6;class es extends u{download=is;render(){return n`<div class="line">
        <span class="t"><b>${t("set.transfer")}</b><small>${t("set.transfer_help")}</small></span>
        <span class="acts">
          <button class="btn edge" data-action="export" @click=${()=>{this.#t()}}>${t("set.export")}</button>
          <button
            class="btn edge"
            data-action="import"
            @click=${()=>this.renderRoot.querySelector("#file")?.click()}
          >
            ${t("set.import")}
          </button>
          <input id="file" type="file" accept="application/json,.json" hidden @change=${this.#e} />
        </span>
      </div>
      <p class="said" role="status">${this.said}</p>`}async#t(){const s=async()=>{this.download("call-assist-settings.json",await this.callAssist.exportSettings())};await this.tell(s,t("set.exported"),t("setup.other"))}#e=async s=>{const e=s.target,[i]=e.files??[];i&&(await this.take(i),e.value="")};async take(s){if(s.size>ts)return void(this.said=t("set.import_wrong",{key:"file"}));const e=await s.text();let i=null;const a=async()=>{try{await this.callAssist.importSettings(e)}catch(r){throw i=r instanceof RangeError?as(r):null,r}};await this.tell(a,t("set.imported"),t("setup.other")),i!==null&&(this.said=t("set.import_wrong",{key:i}))}}const as=({message:l})=>(l.split(":")[0]??"").slice(0,60);function is(l,s){const e=URL.createObjectURL(new Blob([s],{type:"application/json"}));Object.assign(document.createElement("a"),{href:e,download:l}).click(),setTimeout(()=>URL.revokeObjectURL(e),1e4)}const ns=[15,30,45,60,90,120];class ls extends u{render(){const{lock:s}=this.snapshot;return n`<p class="said" role="status">${this.said}</p>
      ${s.locked?this.#t():this.#e()}`}#t(){return n`<div class="box">
        <div class="line">
          <span class="state">${_(C)}</span>
          <span class="t"><b>${t("lock.title")}</b><small>${t("lock.text")}</small></span>
          <button class="btn solid" data-action="unlock" @click=${()=>this.unlock(()=>{})}>
            ${t("lock.open")}
          </button>
        </div>
        ${this.#a()} ${this.#n()}
      </div>
      <h3 class="cap">${t("set.more")}</h3>
      <div class="box">${this.#l()}</div>`}#e(){const{callAssist:s}=this;return n`<div class="cols">
      <div>
        <h3 class="cap">${t("set.ringing")}</h3>
        <div class="box">${this.#i()}</div>
        <h3 class="cap">${t("set.quiet")}</h3>
        <div class="box">
          ${this.#a()}<ca-quiet-times class="part" .callAssist=${s}></ca-quiet-times>
        </div>
        <h3 class="cap">${t("set.drop_in")}</h3>
        <div class="box"><ca-drop-in .callAssist=${s}></ca-drop-in></div>
        <h3 class="cap">${t("set.calls")}</h3>
        <div class="box">${this.#o()}</div>
      </div>
      <div>
        <h3 class="cap">${t("set.accounts")}</h3>
        <ca-accounts .callAssist=${s}></ca-accounts>
        <h3 class="cap">${t("set.station")}</h3>
        <ca-stations .callAssist=${s}></ca-stations>
        <h3 class="cap">${t("set.device")}</h3>
        <div class="box">
          ${this.#c()}<ca-lock class="part" .callAssist=${s}></ca-lock
          ><ca-transfer class="part" .callAssist=${s}></ca-transfer>
        </div>
        <h3 class="cap">${t("set.more")}</h3>
        <div class="box">
          <div class="line">
            <span class="t"><b>${t("set.setup")}</b><small>${t("set.setup_help")}</small></span>
            <button class="btn edge" data-action="setup" @click=${()=>this.open("setup")}>${t("set.open")}</button>
          </div>
          ${this.#l()}
        </div>
      </div>
    </div>`}#s(s){return this.tell(()=>this.callAssist.configureDevice(s))}#i(){const{ringtone:s,ringVolume:e,ringWindow:i}=this.snapshot.settings,a=i/1e3,r=[...new Set([...ns,a])].toSorted((o,c)=>o-c),d=()=>this.preview(this.snapshot.settings.ringtone);return n`${D({name:"ringtone",chosen:s,fallback:null,change:o=>o&&void this.#s({ringtone:o}).then(c=>c&&d()),preview:d})}
    ${f({name:"ring-volume",word:t("set.ring_volume"),share:e,change:o=>{this.#s({ringVolume:o}).then(c=>c&&d())}})}
    ${m({name:"ring-window",word:t("set.ring_window"),choices:r.map(o=>({id:String(o),label:S(o,"second")})),chosen:String(a),change:o=>{this.#s({ringWindow:Number(o)*1e3})}})}`}#a(){return g({name:"do-not-disturb",word:t("set.quiet_now"),help:t("set.quiet_help"),on:this.snapshot.quiet,change:s=>{this.#s({doNotDisturb:s})}})}#n(){return f({name:"call-volume",word:t("set.call_volume"),share:this.snapshot.settings.callVolume,change:s=>{this.#s({callVolume:s})}})}#o(){const{secondCall:s,hideNames:e,holdToHangUp:i}=this.snapshot.settings;return n`${this.#n()}
    ${m({name:"second-call",word:t("set.second"),choices:["wait","busy"].map(a=>({id:a,label:t(`set.second.${a}`)})),chosen:s,change:a=>{this.#s({secondCall:a})}})}
    ${m({name:"hide-names",word:t("set.names"),help:t("set.names_help"),choices:["show","while-ringing","always"].map(a=>({id:a,label:t(`set.names.${a}`)})),chosen:e,change:a=>{this.#s({hideNames:a})}})}
    ${g({name:"hold",word:t("set.hold"),help:t("set.hold_help"),on:i,change:a=>{this.#s({holdToHangUp:a})}})}`}#c(){const{language:s}=this.snapshot.settings,e=[...new Set(["en",...Object.keys(x),...s?[s]:[]])];return m({name:"language",word:t("set.language"),choices:[{id:"",label:t("set.language_auto")},...e.map(i=>({id:i,label:R(i)}))],chosen:s??"",change:i=>{this.#s({language:i||null})}})}#l(){return n`<div class="line">
      <span class="t"><b>${t("page.diagnostics")}</b><small>${t("set.diagnostics_help")}</small></span>
      <button class="btn edge" data-action="diagnostics" @click=${()=>this.open("diagnostics")}>
        ${t("set.open")}
      </button>
    </div>`}}for(const[l,s]of[["ca-accounts",j],["ca-automations",W],["ca-copy",O],["ca-display",U],["ca-drop-in",M],["ca-lock",F],["ca-quiet-times",K],["ca-station",Y],["ca-stations",ss],["ca-transfer",es],["ca-tv-view",I]])customElements.get(l)||customElements.define(l,s);export{ls as CaSettings};
