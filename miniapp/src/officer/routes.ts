/** Screens of the officer and the administrator. */
import type { Route, Screen } from "../main/router";

const warn = (pick: (all: typeof import("./officer-warn")) => Screen) => () => import("./officer-warn").then((all) => ({ default: pick(all) }));
const desk = (pick: (all: typeof import("./officer-warn-desk")) => Screen) => () => import("./officer-warn-desk").then((all) => ({ default: pick(all) }));
const admin = (pick: (all: typeof import("./officer-admin")) => Screen) => () => import("./officer-admin").then((all) => ({ default: pick(all) }));
const sending = (pick: (all: typeof import("./officer-sending")) => Screen) => () => import("./officer-sending").then((all) => ({ default: pick(all) }));
const subject = (pick: (all: typeof import("./officer-subjects")) => Screen) => () => import("./officer-subjects").then((all) => ({ default: pick(all) }));
const desks = (pick: (all: typeof import("./officer-desks")) => Screen) => () => import("./officer-desks").then((all) => ({ default: pick(all) }));

export const routes: Route[] = [
  { path: "/cb", title: "Tổng quan", screen: () => import("./officer").then((all) => ({ default: all.Overview })) },
  { path: "/cb/phan-anh", title: "Phản ánh theo đơn vị", screen: () => import("./officer-units").then((all) => ({ default: all.Units })) },
  { path: "/cb/noi-xu-ly", title: "Nơi xử lý từng loại việc", screen: () => import("./officer-routing").then((all) => ({ default: all.Routing })), tab: "/cb/phan-anh" },
  { path: "/cb/tim-kiem", title: "Người dân tìm gì", screen: () => import("./officer-searches").then((all) => ({ default: all.Searches })) },
  { path: "/cb/canh-bao", title: "Cảnh báo", screen: warn((all) => all.Warnings) },
  { path: "/cb/canh-bao/moi", title: "Phát cảnh báo", screen: () => import("./officer-warn-writing").then((all) => ({ default: all.NewWarning })) },
  { path: "/cb/canh-bao/nguon", title: "Nguồn tin CAP", screen: desk((all) => all.FeedList) },
  { path: "/cb/canh-bao/thao/:id", title: "Bản thảo cảnh báo", screen: desk((all) => all.OneDraft) },
  { path: "/cb/canh-bao/:id", title: "Cảnh báo", screen: warn((all) => all.Warning) },
  { path: "/cb/chuyen-tiep", title: "Chuyển sang hệ thống khác", screen: () => import("./officer-forwarding").then((all) => ({ default: all.Forwarding })) },
  { path: "/cb/tin", title: "Tin gửi đi", screen: sending((all) => all.Sent) },
  { path: "/cb/moi", title: "Lời mời", screen: sending((all) => all.Campaigns) },
  { path: "/cb/moi/moi", title: "Viết lời mời", screen: sending((all) => all.NewInvitation) },
  { path: "/cb/to/:part", title: "Tổ", screen: desks((all) => all.TeamDesk) },
  { path: "/mau-tra-loi", title: "Câu soạn sẵn", screen: desks((all) => all.Templates), tab: "/xl" },
  { path: "/qt/nhac-han", title: "Bậc nhắc hạn", screen: desks((all) => all.LadderDesk) },
  { path: "/qt/khoa", title: "Khoá kết nối", screen: () => import("./officer-keys").then((all) => ({ default: all.Keys })) },
  { path: "/qt/loai-viec", title: "Loại phản ánh", screen: subject((all) => all.Subjects) },
  { path: "/qt/loai-viec/:code", title: "Loại phản ánh", screen: subject((all) => all.Subject) },
  { path: "/qt", title: "Phân quyền", screen: admin((all) => all.Grants) },
];
