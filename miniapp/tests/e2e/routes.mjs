// Every screen axe looks at, by the role that uses it; `:x` parts are filled in by the run.
export const SCREENS = {
  public: ["/", "/s", "/s?q=khai sinh", "/s/1.001193", "/s/9.999999", "/viec/birth", "/giup", "/hs", "/p", "/p/moi", "/gan", "/so-lieu", "/cho-gui", "/canh-bao", "/canh-bao/noi-theo-doi", "/muc-nuoc", "/muc-nuoc/kim-long", "/ban-do-lu", "/sos", "/toi", "/vao?code=x&state=y", "/noi-o", "/khong-co"],
  citizen: ["/", "/hs", "/hs-giup", "/p", "/tb", "/tb/nhan", "/toi", "/toi/noi"],
  volunteer: ["/tn", "/tn/ho", "/tn/cho", "/tn/gui-ho", "/tn/moi", "/tn/noi-gi", "/tn/di", "/tn/to", "/cuu-ho/gan"],
  team_leader: ["/tn", "/tn/to/ban", "/tn/to"],
  handler: ["/xl", "/hs-hoi"],
  officer: ["/cb", "/cuu-ho", "/hs-hoi", "/cb/tim-kiem", "/cb/phan-anh", "/cb/noi-xu-ly", "/cb/canh-bao", "/cb/canh-bao/moi", "/cb/canh-bao/nguon", "/cb/quan-trac", "/cb/chuyen-tiep", "/cb/kiem-tra", "/cb/tin", "/cb/moi", "/cb/moi/moi"],
  admin: ["/qt/loai-viec", "/qt/loai-viec/ha-tang.chieu-sang", "/qt/loai-viec/moi", "/qt/nhac-han", "/qt/khoa", "/mau-tra-loi", "/cb/canh-bao/nguon", "/qt"],
};
export const SIZES = [
  { width: 360, height: 740 },
  { width: 1280, height: 800 },
];
