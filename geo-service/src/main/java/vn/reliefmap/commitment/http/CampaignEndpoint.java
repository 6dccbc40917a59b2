package vn.reliefmap.commitment.http;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.reliefmap.commitment.Campaign;
import vn.reliefmap.commitment.CampaignOrder;
import vn.reliefmap.commitment.Campaigns;
import vn.reliefmap.commitment.CashOrder;
import vn.reliefmap.disaster.Disasters;
import vn.reliefmap.kernel.Caller;
import vn.reliefmap.kernel.Numbers;
import vn.reliefmap.kernel.OpenTo;
import vn.reliefmap.kernel.Problem;

/** Campaigns are public: their accounts, goals and what came in. */
@RestController
class CampaignEndpoint {
    private final Campaigns campaigns;
    private final Disasters disasters;

    CampaignEndpoint(Campaigns campaigns, Disasters disasters) {
        this.campaigns = campaigns;
        this.disasters = disasters;
    }

    @GetMapping("/api/v1/campaigns")
    @OpenTo(Caller.EVERYONE)
    CampaignList list(@RequestParam(required = false) @Nullable String disaster) {
        return new CampaignList(
                campaigns.list(disasters.named(disaster).id()).stream()
                        .map(CampaignAnswer::of)
                        .toList(),
                null);
    }

    @PostMapping("/api/v1/campaigns")
    @OpenTo(Caller.COORDINATOR)
    @ResponseStatus(HttpStatus.CREATED)
    CampaignAnswer open(@RequestBody CampaignRequest request) {
        return CampaignAnswer.of(campaigns.open(
                Requests.account(),
                new CampaignOrder(
                        Problem.required(request.id(), "id"),
                        disasters.named(request.disaster()).id(),
                        Problem.required(request.name(), "name"),
                        request.account(),
                        request.goalVnd(),
                        Problem.required(request.startsOn(), "starts_on"),
                        request.endsOn())));
    }

    /** Records cash that came in on the campaign's account; it is processed elsewhere. */
    @PostMapping("/api/v1/campaigns/{id}/cash")
    @OpenTo(Caller.COORDINATOR)
    @ResponseStatus(HttpStatus.CREATED)
    CampaignAnswer record(@PathVariable UUID id, @RequestBody CashRequest request) {
        return CampaignAnswer.of(campaigns.record(
                Requests.account(),
                new CashOrder(
                        Problem.required(request.id(), "id"),
                        id,
                        Problem.required(request.amountVnd(), "amount_vnd"),
                        Problem.required(request.receivedOn(), "received_on"))));
    }

    /** @param goalVnd whole đồng; null without a goal in money */
    record CampaignRequest(
            @Nullable UUID id,
            @Nullable String disaster,
            @Nullable String name,
            @Nullable String account,
            @Nullable BigDecimal goalVnd,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

    record CashRequest(
            @Nullable UUID id,
            @Nullable BigDecimal amountVnd,
            @Nullable LocalDate receivedOn) {}

    /** @param next always null */
    record CampaignList(
            List<CampaignAnswer> items, @Nullable String next) {}

    /** @param cashVnd recorded so far */
    record CampaignAnswer(
            UUID id,
            String code,
            UUID disaster,
            String name,
            @Nullable String account,
            @Nullable BigDecimal goalVnd,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            BigDecimal cashVnd) {
        static CampaignAnswer of(Campaign campaign) {
            BigDecimal goal = campaign.goalVnd();
            return new CampaignAnswer(
                    campaign.id(),
                    campaign.code().value(),
                    campaign.disaster().value(),
                    campaign.name(),
                    campaign.account(),
                    goal == null ? null : Numbers.plain(goal),
                    campaign.startsOn(),
                    campaign.endsOn(),
                    Numbers.plain(campaign.cashVnd()));
        }
    }
}
