(function () {
  "use strict";
  var missing = null;
  function value(row, index) {
    var cell = row.cells[index];
    var raw = cell.getAttribute("data-v");
    if (raw === null) { return cell.textContent.trim().toLowerCase(); }
    return raw === "" ? missing : Number(raw);
  }
  function compare(a, b, down) {
    if (a === b) { return 0; }
    if (a === missing) { return 1; }
    if (b === missing) { return -1; }
    return (a > b) === down ? -1 : 1;
  }
  function sort(table, index, header) {
    var down = header.getAttribute("aria-sort") === "descending" ? false : header.getAttribute("aria-sort") === "ascending" ? true : header.classList.contains("n");
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (cell) { cell.removeAttribute("aria-sort"); });
    header.setAttribute("aria-sort", down ? "descending" : "ascending");
    var body = table.tBodies[0];
    var rows = Array.prototype.map.call(body.rows, function (row) { return { row: row, value: value(row, index) }; });
    rows.sort(function (a, b) { return compare(a.value, b.value, down); });
    rows.forEach(function (entry) { body.appendChild(entry.row); });
  }
  Array.prototype.forEach.call(document.querySelectorAll("table.sorts"), function (table) {
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (header, index) {
      if (header.classList.contains("still")) { return; }
      var button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.textContent = header.textContent;
      header.textContent = "";
      header.appendChild(button);
      button.addEventListener("click", function () { sort(table, index, header); });
    });
  });
  document.addEventListener("click", function (event) {
    var link = event.target.closest ? event.target.closest("a.listen") : null;
    if (!link) { return; }
    event.preventDefault();
    var player = document.createElement("audio");
    player.controls = true;
    player.src = link.href;
    player.setAttribute("aria-label", link.getAttribute("aria-label"));
    link.replaceWith(player);
    player.focus();
    var started = player.play();
    if (started) { started.catch(function () { player.controls = true; }); }
  });
})();
