"""Words that carry the genre: who is ordered, how, to do what (từ vựng của văn bản hành chính).

All patterns match `Flat.bare`, text without marks, since scans lose marks before letters; where two words differ
only by their marks ("cần" and "cán"), the folded text is asked as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from .flat import bare


def _words(text: str) -> str:
    """An alternation of the words, longest first, so that "to chuc thuc hien" wins over "to chuc"."""
    return grouped(dict.fromkeys(word for word in text.strip().split("\n") if word), 3)


def grouped(words: Iterable[str], depth: int) -> str:
    """The alternation by first letters, since each alternative is tried in turn."""
    groups: dict[str, list[str]] = {}
    for word in words:
        groups.setdefault(word[:1], []).append(word[1:])
    parts = []
    for first, rests in groups.items():
        if first and depth and len(rests) > 1:
            parts.append(f"{re.escape(first)}(?:{grouped(rests, depth - 1)})")
        elif first:
            parts.extend(re.escape(first + rest) for rest in sorted(rests, key=len, reverse=True))
    return "|".join([*parts, ""] if "" in groups else parts)


def _parts(*texts: str) -> list[str]:
    return [" ".join(part.split()) for text in texts for part in text.split(",")]


def _list(*texts: str) -> str:
    return _words("\n".join(_parts(*texts)))


# Verbs of tasks. A noun phrase of units ends where one of these begins in lower case.
_COMMON = _parts(
    """
    thuc hien, to chuc, trien khai, tiep tuc, tang cuong, chu dong, chu tri, phoi hop, tham muu, bao cao,
    tong hop, don doc, theo doi, kiem tra, giam sat, ra soat, xay dung, ban hanh, huong dan, tuyen truyen,
    pho bien, quan triet, cap nhat, dang tai, dang tin, dang ky, lap danh sach, lap, gui, nop, trinh, de xuat,
    xem xet, giai quyet, xu ly, xac minh, bo tri, sap xep, chuan bi, cung cap, thong ke, kiem ke, hoan thanh,
    hoan thien, bao dam, dam bao, duy tri, nghiem tuc, nghiem cam, khan truong, tich cuc, kip thoi,
    thuong xuyen, dinh ky, tap trung, day manh, nang cao, phat huy, quan ly, su dung, cong bo, cong khai,
    niem yet, tiep nhan, tiep cong dan, thu thap, xac dinh, danh gia, ra quan, van dong, phat dong, khac phuc,
    tao dieu kien, ho tro, giup, chi dao, lanh dao, phan cong, cu can bo, cu, huy dong, tham gia, chap hanh,
    giu gin, bao ve, ngan chan, phong ngua, khoanh vung, cach ly, truy vet, dap dich, tam dung, dung, dinh chi,
    cham dut, thu hoi, tham dinh, phe duyet, quyet dinh, luu y, chu trong, quan tam, co gang, phan dau,
    trien khai thuc hien, to chuc thuc hien, dua, thong bao, lien he, tra loi, co van ban, co ke hoach,
    co bien phap, co phuong an, co trach nhiem, chiu trach nhiem, lam dau moi, lam tot, lam viec voi, tiep thu,
    giao, mo so, mo lop, mo tai khoan, lam don, lam thu tuc, chiu su, dinh huong, phan anh, dang, cham soc, truc,
    tuc truc, san sang, sang loc, ke khai, khai bao, cai dat, cam ket, ky cam ket, di doi, so tan, ung pho,
    tim kiem, ung truc, tuyet doi, phan luong, dieu tiet, tuan tra, dieu tra, truy quet, tran ap, triet pha,
    phat hien, thu gom, van chuyen, phan loai, ve sinh, khu trung, tieu huy, tieu doc, phun thuoc, tiem phong,
    xet nghiem, tiep don, ban giao, nghiem thu, thanh toan, quyet toan, giai ngan, can doi, phan bo, cap phat,
    chi tra, mua sam, dau tu, sua chua, nang cap, thi cong, lap ho so, luu tru, so hoa, ung dung, van hanh,
    khai thac, da dang hoa, long ghep, treo co, don dep, trong cay, len phuong an, siet chat, that chat,
    kien toan, thanh lap, sap nhap, tuyen dung, boi duong, dao tao, tap huan, khen thuong, ky luat, kiem diem,
    nhac nho, chan chinh, thuc day, hoan tat, tiep can, tiep xuc, doi thoai, lang nghe, nam bat, nam tinh hinh,
    nam chac, bam sat, thong nhat, thoa thuan, phan hoi, gop y, cho y kien, tien hanh, chinh sua, bo sung,
    dieu chinh, cai cach, cat giam, don gian hoa, rut ngan, kiem soat, quy dinh, cap, chuyen, thao luan, hop,
    moi, co mat, tham du, co trach, xuc tien, mo rong, tiet kiem, cong nhan, dong vien, cung voi, uu tien,
    vao cuoc, cung co, luan chuyen, tang, giam, lua chon, phat hanh, in an, tuyen chon, khao sat, do dac,
    cam moc, chon moc, tranh thu, quyet liet, nghiem chinh, thuc hanh, chay thu, nhap, bo tri kinh phi,
    xac nhan, quan he, quy tu, tri an, tham hoi, tang qua, to giac, kiem nghiem, lay mau, giu vung, canh giac,
    de cao, som, phai, kien quyet, truc tiep, dong loat, khuyen khich, thanh tra, dieu hanh, thiet lap, tra cuu,
    cu doan, keu goi, kiem dem, day nhanh, khu khuan, du gio, tat, cam bien, bao ngay, bao cho, lat up, luan phien,
    tham van, hoan tra, xoa bo, thu nhan, doi chieu, sao luu, khoi phuc, thao do, di dan
""",
)
# Verbs of fields, with their marks: building, health, farming, order, schooling, money, files. Without them they would
# pass for too many other words ("phân cấp", "phần cấp").
_FIELD_VERBS = """
    nhắn tin, gọi điện, cho học sinh, cho người, cho cán bộ, cho phép, đốt, vứt, săn bắt, tàng trữ, lợi dụng,
    cản trở, chặt phá, lấn chiếm, tự ý, xả thải, là cơ quan thường trực, là đầu mối, là đơn vị đầu mối,
    là cơ quan đầu mối, là cơ quan chủ trì, là bộ phận thường trực, làm đầu mối, giải trình, lên lịch, lên kế hoạch,
    rà lại, rà quét, làm rõ, thực thi, phục vụ, tuân thủ, chấp thuận, trợ giúp, cung ứng, tiếp tế, tập kết, tập hợp,
    trưng bày, biểu diễn, diễn tập, luyện tập, phân tích, điều phối, điều động, biệt phái, bổ nhiệm, miễn nhiệm,
    thay thế, sửa đổi, kết nối, liên thông, chia sẻ, tích hợp, đồng bộ, chuyển đổi, khởi công, khánh thành,
    giải tỏa, giải toả, cưỡng chế, truy thu, thanh lý, đấu giá, chỉ định, ký kết, ký hợp đồng, soạn thảo, biên soạn,
    biên tập, in sao, sao chụp, lưu giữ, bảo quản, bảo dưỡng, bảo trì, tu sửa, duy tu, tôn tạo, trùng tu,
    chỉnh trang, phát quang, nạo vét, khơi thông, tiêu thoát, bơm nước, gia cố, che chắn, chằng chống, cảnh báo,
    ứng cứu, cứu hộ, cứu trợ, cứu chữa, điều trị, cấp cứu, tiêm chủng, tiêm bù, khám sàng lọc, thu hoạch, bảo tồn,
    phát dọn, điểm danh, xin ý kiến, lấy ý kiến, tham khảo, trao đổi, bàn bạc, trình ký, thẩm tra, phê chuẩn, đo vẽ,
    lắp đặt, tháo gỡ, gỡ bỏ, di chuyển, điều khiển, chốt số liệu, sơ kết, tổng kết, tổng kiểm tra, tổng rà soát,
    tổng vệ sinh, bình xét, xếp loại, chấm điểm, phân cấp, phân vùng, khoanh định, tính toán, dự báo, dự trữ,
    tích trữ, trữ nước, ghi chép, ghi sổ, ghi hình, quay phim, chụp ảnh, phát sóng, phát thanh, phát tin,
    truyền tải, lan tỏa, lan toả, thông tuyến, thông xe, tạm ứng, giải thích, quyết tâm, nỗ lực, tự kiểm tra,
    tự đánh giá, tự rà soát, loại bỏ, xóa, xoá, phòng khống chế, đẩy lùi, dập tắt, dập lửa, làm lại, làm sạch,
    làm vệ sinh, giao nộp, giới thiệu, đề cử, hiệp thương, bỏ phiếu, kiểm phiếu, niêm phong, tạm giữ, khởi tố,
    truy tố, xét xử, thi hành, xử phạt, lập biên bản, hòa giải, hoà giải, tiếp dân, trả kết quả, trao quà,
    trao tặng, ủng hộ, quyên góp, cho vay, gia hạn, hoàn thuế, đối soát, hạch toán, kiểm toán, ngừng, ngưng,
    cắt điện, đóng cửa, mở cửa, mở chuyên mục, mở đợt, mở rộng, tuyên dương, biểu dương, nêu gương, nhân rộng,
    lắp dựng, rào chắn, phong tỏa, phân tuyến, kẻ vẽ, sơn sửa, trồng bù, hút bể phốt, phát quà, dán thông báo,
    dán niêm phong, treo băng rôn, treo băng, phát tờ rơi, phát loa, đọc bài, mở diễn đàn, mở hội nghị, sắp xếp lại,
    đón tiếp, tiếp sóng, cắt cử, bám địa bàn, xuống địa bàn, đi cơ sở, chốt chặn, chốt trực, lập chốt, đặt biển,
    đặt bẫy, nuôi, thả giống, gieo cấy, làm đất, cày ải, thu mua, bao tiêu, bình ổn, niêm yết giá, kiểm dịch,
    giết mổ, tiêm, điều chuyển, luân phiên, chấm công, trả lương, đóng bảo hiểm, mua bảo hiểm, nhập học, tuyển sinh,
    chấm thi, coi thi, ra đề, ôn tập, phụ đạo, tư vấn, tham quan, trải nghiệm, sinh hoạt, kết nạp, nhận xét,
    tự phê bình, phê bình, đo thân nhiệt, đo nhiệt độ, đo mực nước, đo huyết áp
"""
# Adverbs that stand before the verb of a task.
ADVERBS = _list(
    "khan truong, kip thoi, chu dong, tich cuc, thuong xuyen, nghiem tuc, tiep tuc, som, tap "
    "trung, dinh ky, truc tiep, quyet liet, phai, luon, ngay, se"
)
_ORDER_WORDS = _parts(
    """
    kinh de nghi, de nghi, yeu cau, giao trach nhiem cho, giao nhiem vu cho, giao cho, giao, phan cong,
    uy quyen cho, dien khan, dong y giao, tran trong de nghi, chi dao, kinh mong, kinh moi, luu y, nhac nho,
    de nghi va yeu cau, uy nhiem, mong
""",
)
ORDERS = _words("\n".join(_ORDER_WORDS))
# One of these is part of every order: looked for first, since most sentences order nothing.
ORDER_SIGNS = (
    "de nghi", "yeu cau", "giao", "phan cong", "uy quyen", "dien khan", "chi dao", "mong", "moi", "luu y", "nhac nho",
    "uy nhiem",
)  # fmt: skip
# What makes an order word a noun or a past act: "theo yêu cầu", "xét đề nghị của", "đã đề nghị".
# "cũng đề nghị" tells of a debate, "cũng yêu cầu" goes on ordering.
ALSO = re.compile(r"cung\s+$")
NOT_AN_ORDER = re.compile(
    r"(?:theo|xet|cac|nhung|y kien|cac|su|noi dung|don|van ban|duoc|da|dap ung|tai|khong"
    r"|nguoi|cong van|to trinh|nhu cau|co|vua|noi dung|quyet dinh|"
    r"tham muu|tham muu va|nghe|va kien nghi|kien nghi va|thanh tra|theo su|la|hieu|nhiem vu"
    r"|theo noi dung|nghiem|trung|thuc hien|"
    r"cong tac|viec|trong qua trinh|thuoc|lam|muc dich,?|phuong phap|cua cac|bo sung|quan"
    r"|nhan duoc|cac noi dung|duoc|nhu|cap|tiep nhan|ban|cac ban|bien ban ban)\s+$"
)
PROHIBITION = re.compile(
    r"\b(?:nghiem cam|cam (?:khong|tuyet doi|moi|cac)|tuyet doi khong (?:cho|duoc|de cho|to chuc"
    r"|su dung|tu y|tham gia|mua|ban|vut|tiep|ra khoi)|khong duoc|khong cho phep|"
    r"kien quyet khong cho)\b"
)
_POSTS = """
    chu tich, pho chu tich, giam doc, pho giam doc, thu truong, truong, hieu truong, pho hieu truong,
    chanh van phong, chanh thanh tra, chanh, chi huy truong, bi thu, pho bi thu, lanh dao, nguoi dung dau,
    tong giam doc, cuc truong, chi cuc truong, vien truong, to truong, doi truong, bo truong, thu tuong,
    pho thu tuong, ke toan truong, dong chi, thanh vien, truong ban, truong phong, vu truong, trung doi truong,
    tieu doan truong, pho truong phong, pho truong ban, pho chanh van phong, pho vien truong, pho to truong,
    mc, ong, ba, dieu duong truong, ke toan, van thu, thu quy, truong thon, truong ap, truong khu pho, hat truong,
    tram truong, don truong, giam thi, to pho, chu nhiem, pho chu nhiem, tong bien tap, truong khoa, bi thu chi bo
"""
_BODIES = """
    ubnd, hdnd, ubmttq, ubmttqvn, uy ban, hoi dong, so, bo, ban, phong, van phong, cuc, chi cuc, tong cuc,
    cong an, thanh tra, trung tam, dai, bao, hoi, hiep hoi, lien doan, lien hiep, mat tran, doan, cong ty,
    tong cong ty, tap doan, khoa, benh vien, tram, chi nhanh, kho bac, ngan hang, bao hiem, vien, hoc vien,
    dai hoc, truong, nha truong, dang uy, huyen uy, thi uy, thanh uy, tinh uy, dang bo, chi bo, to, doi,
    bo chi huy, bo tu lenh, ban chi huy, ban quan ly, quan chung, quan khu, thong tan xa, toa an, vien kiem sat,
    ttyt, trung tam y te, xi nghiep, hop tac xa, dien luc, buu dien, thu vien, bao tang, quy, vnpt, viettel,
    tong lien doan, cang vu, hat, don, dien bien phong, don bien phong, hai quan, thue, csgt, ubkt, bqlda,
    chinh phu, quoc hoi
"""
_CLASSES = """
    so, ban, nganh, phong, don vi, co quan, doan the, huyen, thi xa, thanh pho, xa, phuong, thi tran, to chuc,
    ca nhan, dia phuong, bo, cap, hoi, truong, truong hoc, khoa, vien, trung tam, doanh nghiep, can bo, cong chuc,
    vien chuc, nguoi lao dong, giang vien, giao vien, sinh vien, hoc sinh, hoc vien, nhan vien, to dan pho, thon,
    buon, bon, tdp, ap, khu pho, ban nganh, co quan don vi, dang vien, doan vien, hoi vien, dai bieu, dai dien,
    chu dau tu, nha thau, ho gia dinh, ho dan, nguoi dan, nhan dan, cac ho, co so, cac chu, phu huynh, bac, em,
    ban be, khoi, to, doi, cong dan, luc luong, bo phan, linh vuc, cac don vi, hop tac xa, co so giao duc,
    co so y te, tieu ban, cong doan, doan thanh nien, hoi phu nu, toan the, quan khu, chinh quyen, chu co so,
    chu ho, lao dong, thanh vien, cha me, hsv, thi sinh, nguoi hoc, cong chung vien, thanh tra vien, kiem soat vien,
    cong tac vien, tuyen truyen vien, vi dai bieu, nguoi su dung lao dong, tap the, phuong tien, chu phuong tien,
    tau thuyen, thuong nhan, nha xe, chu xe, lai xe, chu rung, chu tau, ho kinh doanh, tieu thuong, nong dan,
    ngu dan, cu tri, trang trai, ben xe, nha may, benh vien, phong kham, nha thuoc, to cong tac, nhom, cau lac bo,
    chi hoi, chi doan, giao vien chu nhiem, chu du an, chu cong trinh, chu nha tro, chu cua hang, chu cho, chu vuon,
    chu trang trai, chu nguon thai, nha san xuat, nha cung cap, tu van giam sat, don vi tu van, dieu duong, bac si,
    ky thuat vien, tai xe, phong vien, khach san, nha hang, lang, khoi pho, tieu khu, chi bo, dang bo, cap uy,
    cap uy dang, dang uy, ban ngang dang, doan co so, chu dap, chu ho chua, nha dau tu
"""
POSTS, BODIES, CLASSES = _list(_POSTS), _list(_BODIES), _list(_CLASSES)
DETERMINERS = r"(?:cac|nhung|moi|tung|toan the|toan bo|tat ca|mot so|rieng)"
HEAD = re.compile(rf"(?:{DETERMINERS}\s+)*(?:{_list(_POSTS, _BODIES, _CLASSES)})(?![\w])")
_TONED: dict[str, tuple[str, ...]] = {}
for _verb in (verb.strip() for verb in _FIELD_VERBS.replace("\n", " ").split(",")):
    _TONED[bare(_verb)] = (*_TONED.get(bare(_verb), ()), _verb)
ACTION = re.compile(rf"(?:{_words(chr(10).join((*_COMMON, *_TONED)))})(?!\w)")
ACTION_STARTS = frozenset(verb.split(" ")[0] for verb in (*_COMMON, *_TONED))
ADVERB = re.compile(rf"(?:{ADVERBS})(?!\w)")
ORDER = re.compile(rf"(?<![\w])(?:{ORDERS})(?!\w)")
POST = re.compile(rf"(?:{POSTS})(?!\w)")
BODY = re.compile(rf"(?:{BODIES})(?!\w)")
DETERMINER = re.compile(rf"{DETERMINERS}(?!\w)")

# Verbs that stand inside names after these heads: Ban quản lý, Văn phòng đăng ký đất đai, đơn vị thi công.
NAME_HEADS = re.compile(
    r"(?:\bban|van phong|uy ban|hoi dong|chi nhanh|trung tam|\bto|\bdoi|\bphong|bo phan|\bquy"
    r"|tieu ban|\bcuc|chi cuc|to cong tac|luc luong|bo chi huy|\btruong ban|cong chuc|can bo"
    r"|nhan vien|\bcum|\bhat|\btram)\s+$"
)
NAME_VERBS = re.compile(
    r"(?:chi dao|chi huy|quan ly|dang ky|tiep cong dan|kiem tra|thanh tra|kiem soat|bao ve"
    r"|dieu hanh|giam sat|phat trien|tuyen giao|ung pho|phong chong|cong tac|thi cong|tham dinh"
    r"|dieu phoi|thuong truc|bao tri|van dong|dao tao|khao thi|tiep nhan)(?!\w)"
)
BOARD = re.compile(r"(?:\bban|\btruong ban)\s+$")
BOARD_VERBS = re.compile(r"(?:to chuc|xay dung|tuyen truyen|van dong|lanh dao)(?!\w)")
OFFICE_HEADS = re.compile(r"(?:co quan|don vi|bo phan|to chuc|doanh nghiep|ca nhan)\s+$")
OFFICE_VERBS = re.compile(
    r"(?:quan ly|thi cong|tham muu|chu quan|soan thao|giam sat|thong tan|thuc hien nhiem vu"
    r"|cung cap dich vu|chu tri|tu van|van hanh|su dung lao dong|thanh tra|dieu tra"
    r"|dang ky kinh doanh)(?!\w)"
)

# Verbs of one syllable collide with other words once their marks are gone: these are asked with them.
SHORT_VERBS = {
    **{verb: forms for verb, forms in _TONED.items() if verb not in _COMMON},
    "cu": ("cử ",),
    "tat": ("tắt",),
    "hop": ("họp",),
    "cap": ("cấp ",),
    "giam": ("giảm",),
    "tang": ("tăng ", "tặng "),
    "dung": ("dừng",),
    "dua": ("đưa",),
    "lap": ("lập",),
    "moi": ("mời",),
    "truc": (
        "trực ban",
        "trực bão",
        "trực chỉ",
        "trực 24",
        "trực sẵn",
        "trực vào",
        "trực tại",
        "trực theo",
        "trực cấp",
        "trực đêm",
        "trực tết",
    ),
    "chuyen": ("chuyển",),
    "giup": ("giúp",),
    "giao": ("giao bài", "giao nhiệm vụ", "giao chỉ tiêu", "giao việc"),
    "trinh": ("trình",),
    "dang": ("đăng t", "đăng b", "đăng c"),
    "gui": ("gửi", "gởi"),
    "nop": ("nộp",),
    "som": ("sớm",),
    "nhap": ("nhập",),
    "phai": ("phải",),
    "ngay": ("ngay ",),
    "se": ("sẽ",),
    "luon": ("luôn",),
    "xay dung": ("xây dựng",),
    "bao ve": ("bảo vệ",),
    "thanh tra": ("thanh tra",),
    "bao cao": ("báo cáo", "báo cao", "bao cáo"),
    "kiem nghiem": ("kiểm nghiệm",),
    "co mat": ("có mặt",),
    "quan he": ("quan hệ",),
    "tham gia": ("tham gia",),
    "mien": ("miễn",),
    "xoa": ("xóa", "xoá"),
    "tranh": ("tránh",),
    "ngung": ("ngừng", "ngưng"),
    "ho tich": ("hộ tịch hóa",),
    "tiep te": ("tiếp tế",),
    "lam viec": ("làm việc",),
    "phuc vu": ("phục vụ",),
    "dong bo": ("đồng bộ",),
    "di chuyen": ("di chuyển",),
    "thay the": ("thay thế",),
    "giam dinh": ("giám định",),
    "phat hien": ("phát hiện",),
    "du thao": ("dự thảo",),
}
