#pragma once

#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "api/pipeline/app.hpp"
#include "api/site/frame/assets.hpp"
#include "api/site/frame/brand.hpp"
#include "api/site/frame/page_cache.hpp"
#include "api/site/frame/sentences.hpp"
#include "api/site/frame/templates.hpp"

namespace api::site::frame {

/// What a site is made from.
struct Material {
    Assets::Files files{};        // of api/site: templates and what they load
    Sentences::Texts ours{};      // ops/texts/site
    Sentences::Texts operators{}; // ops/policies/NAME/texts
    Brand brand{};
    bool is_development = false; // shows /styleguide

    /// While developing: the same again once a file of it has changed, nothing as long as none has.
    std::function<std::optional<Material>()> changed{};
    std::shared_ptr<const void> holds{}; // what `files` are read from
};

/// The web site as one thing: made once at start, the same for every request.
class Site {
public:
    /// Throws std::runtime_error with everything that is wrong.
    explicit Site(const Material& material);

    const Brand& brand() const { return brand_; }
    const Sentences& sentences() const { return made().sentences; }
    const Assets& assets() const { return made().assets; }
    const Templates& templates() const { return made().templates; }
    PageCache& cache() { return cache_; }
    bool is_development() const { return is_development_; }

private:
    struct Made {
        explicit Made(const Material& material);

        Sentences sentences;
        Assets assets;
        Templates templates;
    };

    /// The newest; what was made before stays, since others may be reading it.
    const Made& made() const;

    Brand brand_;
    bool is_development_;
    std::function<std::optional<Material>()> changed_;
    mutable std::mutex mutex_{};
    mutable std::vector<std::unique_ptr<Made>> made_{};
    PageCache cache_{};
};

/// The site of this program; a Bug where there is none.
Site& site_of(const App& app);

} // namespace api::site::frame
