"""시민의 쪽들."""

from majungmul.web.audiences import Audience, page
from majungmul.web.public import about, calls, confirm, home, programmes, proof, receipt, results

ROUTES = [
    page("", home.home, Audience.PUBLIC, name="home"),
    page("spending/<int:year>.csv", home.spending_csv, Audience.PUBLIC, name="spending_csv"),
    page("programmes/", programmes.programmes, Audience.PUBLIC, name="programmes"),
    page("programmes/<slug:code>/", programmes.programme, Audience.PUBLIC, name="programme"),
    page("calls/", calls.calls, Audience.PUBLIC, name="calls"),
    page("calls/<uuid:call>/", calls.call, Audience.PUBLIC, name="call"),
    page("calls/<uuid:call>/notice/", calls.notice, Audience.PUBLIC, name="notice"),
    page("calls/<uuid:call>/amendments/<int:number>/", calls.amendment, Audience.PUBLIC, name="amendment"),
    page("results/", results.results, Audience.PUBLIC, name="results"),
    page("results/<int:year>/<slug:programme>/", results.result, Audience.PUBLIC, name="result"),
    page("results/<int:year>/<slug:programme>.csv", results.result_csv, Audience.PUBLIC, name="result_csv"),
    page("receipt/", receipt.receipt, Audience.PUBLIC, name="receipt"),
    page("confirm/", confirm.enter, Audience.PUBLIC, name="confirm"),
    page("confirm/<slug:code>/", confirm.confirm, Audience.PUBLIC, name="confirm_contract"),
    page("proof/", proof.proof, Audience.PUBLIC, name="proof"),
    page("about/", about.about, Audience.PUBLIC, name="about"),
]
