// 서식: shows what an earlier answer asks for, and writes amounts with commas. Without it every form works as well.
"use strict";

const valueOf = (form, name) => {
  const found = form.elements[name];
  if (!found) return null;
  return found.value;
};

const show = (form) => {
  for (const group of form.querySelectorAll("[data-shown-when]")) {
    const own = group.querySelector("[name]");
    if (!own) continue;
    const row = own.name.slice(0, own.name.lastIndexOf("."));
    const asked = group.dataset.shownWhen;
    const value = valueOf(form, asked.includes(".") ? asked : `${row}.${asked}`);
    if (value !== null) group.hidden = !group.dataset.is.split(" ").includes(value);
  }
};

const comma = (field) => {
  const typed = field.value.replaceAll(",", "").trim();
  if (/^[0-9]{1,15}$/.test(typed)) field.value = typed.replace(/\B(?=(\d{3})+$)/g, ",");
};

for (const form of document.querySelectorAll("form.ask")) {
  show(form);
  form.addEventListener("change", () => show(form));
  form.addEventListener("focusout", (event) => {
    if (event.target.matches(".withu .fld")) comma(event.target);
  });
}
