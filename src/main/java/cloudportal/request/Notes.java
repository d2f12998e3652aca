package cloudportal.request;

import cloudportal.contract.Contract;
import cloudportal.contract.ContractStatus;

/** Why a contract in the list cannot be cancelled right now, and what the customer can do (guide 3.3, A.1, A.2). */
final class Notes {

    static final String NOT_HERE = "本サイトでは解約のお申込みを承っておりません。お問合せ窓口へご連絡ください。";

    private Notes() {}

    static String ownDraft(String requestNumber) {
        return "何らかのお申込途中です（%s）。誤って作成してしまった場合は、取り消すことができます。".formatted(requestNumber);
    }

    static String unavailable(Contract contract, CancellationRequest open) {
        if (contract.getStatus() == ContractStatus.CANCELLED) {
            return "解約済みの契約です。";
        }
        if (open == null) {
            return "現在「%s」のため、解約のお申込みはできません。お問合せ窓口へご連絡ください。"
                    .formatted(contract.getStatus().label());
        }
        if (open.getStatus() == RequestStatus.PARTNER_DRAFT) {
            return "パートナー作成中のお申込（%s）があるため、解約のお申込みはできません。担当のパートナーへご連絡ください。".formatted(open.getNumber());
        }
        return "解約のお申込（%s）を受け付けています。取下げをご希望の場合は、お問合せ窓口へご連絡ください。".formatted(open.getNumber());
    }
}
