#pragma once

#include <string>
#include <vector>

#include "api/pipeline/app.hpp"
#include "api/pipeline/request.hpp"
#include "api/site/frame/dictionary.hpp"
#include "api/site/frame/form.hpp"
#include "api/site/frame/page.hpp"

namespace api::site::frame {

/// One choice of a field, or the box itself.
struct ChoiceView {
    std::string id, name, value;
    Sentence label;
    bool is_chosen = false;
    void shown(Dictionary& into) const;
};

/// A field with its label, hint and fault, tied together by ids.
struct FieldView {
    static constexpr std::string_view html = "frame/field.html";

    Field field;
    std::string form{};  // its id
    std::string value{}; // never of a secret
    std::string fault{};
    void shown(Dictionary& into) const;
};

/// One line of the summary of what is to be corrected.
struct FaultView {
    std::string anchor, text;
    void shown(Dictionary& into) const;
};

/// A whole form: what is wrong first, then its fields, then its button.
struct FormView {
    static constexpr std::string_view html = "frame/form.html";

    Form form{};
    std::vector<FieldView> fields{};
    std::string refusal{}; // the operation's sentence; "" when it is shown for the first time
    std::vector<FaultView> faults{};
    std::string key{}, version{}, csrf{};
    void shown(Dictionary& into) const;
};

/// `form` as it is drawn for whoever asks: with a fresh key, and with the token of its session.
FormView drawn(App& app, const Request& request, const Form& form, const Filled& filled);

/// What `head` becomes for a form that came back: its status, its title, how long to wait.

Head headed(Head head, const Filled& filled);

} // namespace api::site::frame
