// Generated from specs/fazz by `cargo xtask regen`. Do not edit.

use payments_provider::operation::{Effect, Operation};
#[cfg(feature = "dictionary")]
use payments_provider::operation::{Bodies, Body, Form, Member, check};
#[cfg(feature = "dictionary")]
use super::types;
/// `POST /payments`
pub const CREATE_PAYMENT: Operation = Operation::new(
    "create_payment",
    "POST",
    "/payments",
    Effect::Writes,
);
/// `POST /payments/{id}/tasks`
pub const CREATE_PAYMENT_TASK: Operation = Operation::new(
    "create_payment_task",
    "POST",
    "/payments/{id}/tasks",
    Effect::Writes,
);
/// `POST /payment_methods/qris`
pub const CREATE_QRIS: Operation = Operation::new(
    "create_qris",
    "POST",
    "/payment_methods/qris",
    Effect::Writes,
);
/// `POST /payment_methods/qris/{id}/tasks`
pub const CREATE_QRIS_TASK: Operation = Operation::new(
    "create_qris_task",
    "POST",
    "/payment_methods/qris/{id}/tasks",
    Effect::Writes,
);
/// `POST /payment_methods/virtual_bank_accounts`
pub const CREATE_VIRTUAL_ACCOUNT: Operation = Operation::new(
    "create_virtual_account",
    "POST",
    "/payment_methods/virtual_bank_accounts",
    Effect::Writes,
);
/// `POST /payment_methods/virtual_bank_accounts/{id}/tasks`
pub const CREATE_VIRTUAL_ACCOUNT_TASK: Operation = Operation::new(
    "create_virtual_account_task",
    "POST",
    "/payment_methods/virtual_bank_accounts/{id}/tasks",
    Effect::Writes,
);
/// `GET /payments/{id}`
pub const GET_PAYMENT: Operation = Operation::new(
    "get_payment",
    "GET",
    "/payments/{id}",
    Effect::Reads,
);
/// `GET /payment_methods/qris/{id}`
pub const GET_QRIS: Operation = Operation::new(
    "get_qris",
    "GET",
    "/payment_methods/qris/{id}",
    Effect::Reads,
);
/// `GET /payment_methods/virtual_bank_accounts/{id}`
pub const GET_VIRTUAL_ACCOUNT: Operation = Operation::new(
    "get_virtual_account",
    "GET",
    "/payment_methods/virtual_bank_accounts/{id}",
    Effect::Reads,
);
/// `GET /payments`
pub const LIST_PAYMENTS: Operation = Operation::new(
    "list_payments",
    "GET",
    "/payments",
    Effect::Reads,
);
/// `GET /payment_methods/qris/{id}/payments`
pub const LIST_QRIS_PAYMENTS: Operation = Operation::new(
    "list_qris_payments",
    "GET",
    "/payment_methods/qris/{id}/payments",
    Effect::Reads,
);
/// `GET /payment_methods/virtual_bank_accounts/{id}/payments`
pub const LIST_VIRTUAL_ACCOUNT_PAYMENTS: Operation = Operation::new(
    "list_virtual_account_payments",
    "GET",
    "/payment_methods/virtual_bank_accounts/{id}/payments",
    Effect::Reads,
);
/// Every operation with its bodies.
#[cfg(feature = "dictionary")]
pub const ALL: &[Bodies] = &[
    Bodies::new(
        &CREATE_PAYMENT,
        Some(
            Body::sent::<
                types::CreatePayment,
            >(
                    "CreatePayment",
                    &[
                        Member::new("data", true, Form::Object),
                        Member::new("data.attributes", true, Form::Any),
                        Member::new("data.attributes.amount", false, Form::Amount),
                        Member::new(
                            "data.attributes.currency",
                            false,
                            Form::Words(&["IDR"]),
                        ),
                        Member::new("data.attributes.description", false, Form::Text),
                        Member::new("data.attributes.expiredAt", false, Form::Time),
                        Member::new(
                            "data.attributes.paymentMethodOptions",
                            false,
                            Form::Object,
                        ),
                        Member::new(
                            "data.attributes.paymentMethodOptions.displayName",
                            true,
                            Form::Personal,
                        ),
                        Member::new(
                            "data.attributes.paymentMethodOptions.retailOutletName",
                            true,
                            Form::Words(&["ALFAMART", "INDOMARET"]),
                        ),
                        Member::new(
                            "data.attributes.paymentMethodType",
                            false,
                            Form::Words(&["retail_outlet"]),
                        ),
                        Member::new("data.attributes.referenceId", false, Form::Text),
                        Member::new("data.attributes.amount", false, Form::Amount),
                        Member::new(
                            "data.attributes.currency",
                            false,
                            Form::Words(&["IDR"]),
                        ),
                        Member::new("data.attributes.description", false, Form::Text),
                        Member::new("data.attributes.expiredAt", false, Form::Time),
                        Member::new(
                            "data.attributes.paymentMethodOptions",
                            false,
                            Form::Object,
                        ),
                        Member::new(
                            "data.attributes.paymentMethodOptions.bankShortCode",
                            true,
                            Form::Words(
                                &["BCA", "BRI", "BNI", "MANDIRI", "SAHABAT_SAMPOERNA"],
                            ),
                        ),
                        Member::new(
                            "data.attributes.paymentMethodOptions.displayName",
                            true,
                            Form::Personal,
                        ),
                        Member::new(
                            "data.attributes.paymentMethodOptions.suffixNo",
                            false,
                            Form::Personal,
                        ),
                        Member::new(
                            "data.attributes.paymentMethodType",
                            false,
                            Form::Words(&["virtual_bank_account"]),
                        ),
                        Member::new("data.attributes.referenceId", false, Form::Text),
                        Member::new("data.attributes.amount", false, Form::Amount),
                        Member::new(
                            "data.attributes.currency",
                            false,
                            Form::Words(&["IDR"]),
                        ),
                        Member::new("data.attributes.description", false, Form::Text),
                        Member::new("data.attributes.expiredAt", false, Form::Time),
                        Member::new(
                            "data.attributes.paymentMethodOptions",
                            false,
                            Form::Object,
                        ),
                        Member::new(
                            "data.attributes.paymentMethodOptions.displayName",
                            false,
                            Form::Personal,
                        ),
                        Member::new(
                            "data.attributes.paymentMethodType",
                            false,
                            Form::Words(&["qris"]),
                        ),
                        Member::new("data.attributes.referenceId", false, Form::Text),
                        Member::new("data.attributes.amount", false, Form::Amount),
                        Member::new(
                            "data.attributes.currency",
                            false,
                            Form::Words(&["IDR"]),
                        ),
                        Member::new("data.attributes.description", false, Form::Text),
                        Member::new("data.attributes.expiredAt", false, Form::Time),
                        Member::new(
                            "data.attributes.paymentMethodOptions",
                            false,
                            Form::Object,
                        ),
                        Member::new(
                            "data.attributes.paymentMethodOptions.afterSettlementReturnUrl",
                            true,
                            Form::Text,
                        ),
                        Member::new(
                            "data.attributes.paymentMethodOptions.providerCode",
                            true,
                            Form::Words(&["SHOPEEPAY", "OVO"]),
                        ),
                        Member::new(
                            "data.attributes.paymentMethodType",
                            false,
                            Form::Words(&["e-wallet"]),
                        ),
                        Member::new("data.attributes.referenceId", false, Form::Text),
                    ],
                )
                .checked(|bytes| check(bytes, types::CreatePayment::check)),
        ),
        Body::received::<
            types::PaymentDocument,
        >(
            "PaymentDocument",
            &[
                Member::new("data", true, Form::Object),
                Member::new("data.attributes", true, Form::Object),
                Member::new("data.attributes.amount", true, Form::Amount),
                Member::new("data.attributes.createdAt", false, Form::Time),
                Member::new("data.attributes.currency", false, Form::Text).decides(),
                Member::new("data.attributes.description", false, Form::Text),
                Member::new("data.attributes.expiredAt", false, Form::Time),
                Member::new("data.attributes.fees", false, Form::FractionalAmount),
                Member::new("data.attributes.paymentMethod", false, Form::Object),
                Member::new("data.attributes.paymentMethod.id", false, Form::Text),
                Member::new(
                    "data.attributes.paymentMethod.instructions",
                    false,
                    Form::Object,
                ),
                Member::new(
                    "data.attributes.paymentMethod.instructions.accountNo",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "data.attributes.paymentMethod.instructions.bankShortCode",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "data.attributes.paymentMethod.instructions.displayName",
                    false,
                    Form::Personal,
                ),
                Member::new(
                    "data.attributes.paymentMethod.instructions.imageUrl",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "data.attributes.paymentMethod.instructions.paymentCode",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "data.attributes.paymentMethod.instructions.retailOutletName",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "data.attributes.paymentMethod.referenceId",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "data.attributes.paymentMethod.settlement",
                    false,
                    Form::Object,
                ),
                Member::new(
                    "data.attributes.paymentMethod.settlement.afterSettlementUrl",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "data.attributes.paymentMethod.settlement.httpUrl",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "data.attributes.paymentMethod.settlement.mobileUrl",
                    false,
                    Form::Text,
                ),
                Member::new("data.attributes.paymentMethod.type", false, Form::Text),
                Member::new("data.attributes.referenceId", true, Form::Text),
                Member::new("data.attributes.status", true, Form::Text),
                Member::new("data.id", true, Form::Text),
                Member::new("data.type", true, Form::Text),
            ],
        ),
    ),
    Bodies::new(
        &CREATE_PAYMENT_TASK,
        Some(
            Body::sent::<
                types::CreateTask,
            >(
                    "CreateTask",
                    &[
                        Member::new("data", true, Form::Object),
                        Member::new("data.attributes", true, Form::Object),
                        Member::new(
                            "data.attributes.action",
                            true,
                            Form::Words(&["cancel", "receive_payment", "settle"]),
                        ),
                    ],
                )
                .checked(|bytes| check(bytes, types::CreateTask::check)),
        ),
        Body::received::<
            types::TaskDocument,
        >(
            "TaskDocument",
            &[
                Member::new("data", true, Form::Object),
                Member::new("data.attributes", false, Form::Object),
                Member::new("data.attributes.action", false, Form::Text),
                Member::new("data.attributes.options", false, Form::Object),
                Member::new("data.attributes.options.amount", false, Form::Amount),
                Member::new("data.attributes.referenceId", false, Form::Text),
                Member::new("data.attributes.targetId", false, Form::Text),
                Member::new("data.attributes.targetType", false, Form::Text),
                Member::new("data.id", false, Form::Text),
                Member::new("data.type", false, Form::Text),
            ],
        ),
    ),
    Bodies::new(
        &CREATE_QRIS,
        Some(
            Body::sent::<
                types::CreateQris,
            >(
                    "CreateQris",
                    &[
                        Member::new("data", true, Form::Object),
                        Member::new("data.attributes", true, Form::Object),
                        Member::new(
                            "data.attributes.displayName",
                            false,
                            Form::Personal,
                        ),
                        Member::new("data.attributes.referenceId", true, Form::Text),
                    ],
                )
                .checked(|bytes| check(bytes, types::CreateQris::check)),
        ),
        Body::received::<
            types::PaymentMethodDocument,
        >(
            "PaymentMethodDocument",
            &[
                Member::new("data", true, Form::Object),
                Member::new("data.attributes", true, Form::Object),
                Member::new("data.attributes.instructions", false, Form::Object),
                Member::new("data.attributes.instructions.accountNo", false, Form::Text),
                Member::new(
                    "data.attributes.instructions.bankShortCode",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "data.attributes.instructions.displayName",
                    false,
                    Form::Personal,
                ),
                Member::new("data.attributes.instructions.imageUrl", false, Form::Text),
                Member::new(
                    "data.attributes.instructions.paymentCode",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "data.attributes.instructions.retailOutletName",
                    false,
                    Form::Text,
                ),
                Member::new("data.attributes.referenceId", true, Form::Text),
                Member::new("data.id", true, Form::Text),
                Member::new("data.type", false, Form::Text),
            ],
        ),
    ),
    Bodies::new(
        &CREATE_QRIS_TASK,
        Some(
            Body::sent::<
                types::CreateMethodTask,
            >(
                    "CreateMethodTask",
                    &[
                        Member::new("data", true, Form::Object),
                        Member::new("data.attributes", true, Form::Object),
                        Member::new(
                            "data.attributes.action",
                            true,
                            Form::Words(&["receive_payment"]),
                        ),
                        Member::new("data.attributes.options", true, Form::Object),
                        Member::new("data.attributes.options.amount", true, Form::Amount),
                    ],
                )
                .checked(|bytes| check(bytes, types::CreateMethodTask::check)),
        ),
        Body::received::<
            types::TaskDocument,
        >(
            "TaskDocument",
            &[
                Member::new("data", true, Form::Object),
                Member::new("data.attributes", false, Form::Object),
                Member::new("data.attributes.action", false, Form::Text),
                Member::new("data.attributes.options", false, Form::Object),
                Member::new("data.attributes.options.amount", false, Form::Amount),
                Member::new("data.attributes.referenceId", false, Form::Text),
                Member::new("data.attributes.targetId", false, Form::Text),
                Member::new("data.attributes.targetType", false, Form::Text),
                Member::new("data.id", false, Form::Text),
                Member::new("data.type", false, Form::Text),
            ],
        ),
    ),
    Bodies::new(
        &CREATE_VIRTUAL_ACCOUNT,
        Some(
            Body::sent::<
                types::CreateVirtualAccount,
            >(
                    "CreateVirtualAccount",
                    &[
                        Member::new("data", true, Form::Object),
                        Member::new("data.attributes", true, Form::Object),
                        Member::new(
                            "data.attributes.bankShortCode",
                            true,
                            Form::Words(
                                &[
                                    "BCA",
                                    "BRI",
                                    "BNI",
                                    "MANDIRI",
                                    "SAHABAT_SAMPOERNA",
                                    "CIMB_NIAGA",
                                    "DANAMON",
                                    "PERMATA",
                                    "HANA",
                                ],
                            ),
                        ),
                        Member::new("data.attributes.displayName", true, Form::Personal),
                        Member::new("data.attributes.referenceId", true, Form::Text),
                        Member::new("data.attributes.suffixNo", false, Form::Personal),
                    ],
                )
                .checked(|bytes| check(bytes, types::CreateVirtualAccount::check)),
        ),
        Body::received::<
            types::PaymentMethodDocument,
        >(
            "PaymentMethodDocument",
            &[
                Member::new("data", true, Form::Object),
                Member::new("data.attributes", true, Form::Object),
                Member::new("data.attributes.instructions", false, Form::Object),
                Member::new("data.attributes.instructions.accountNo", false, Form::Text),
                Member::new(
                    "data.attributes.instructions.bankShortCode",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "data.attributes.instructions.displayName",
                    false,
                    Form::Personal,
                ),
                Member::new("data.attributes.instructions.imageUrl", false, Form::Text),
                Member::new(
                    "data.attributes.instructions.paymentCode",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "data.attributes.instructions.retailOutletName",
                    false,
                    Form::Text,
                ),
                Member::new("data.attributes.referenceId", true, Form::Text),
                Member::new("data.id", true, Form::Text),
                Member::new("data.type", false, Form::Text),
            ],
        ),
    ),
    Bodies::new(
        &CREATE_VIRTUAL_ACCOUNT_TASK,
        Some(
            Body::sent::<
                types::CreateMethodTask,
            >(
                    "CreateMethodTask",
                    &[
                        Member::new("data", true, Form::Object),
                        Member::new("data.attributes", true, Form::Object),
                        Member::new(
                            "data.attributes.action",
                            true,
                            Form::Words(&["receive_payment"]),
                        ),
                        Member::new("data.attributes.options", true, Form::Object),
                        Member::new("data.attributes.options.amount", true, Form::Amount),
                    ],
                )
                .checked(|bytes| check(bytes, types::CreateMethodTask::check)),
        ),
        Body::received::<
            types::TaskDocument,
        >(
            "TaskDocument",
            &[
                Member::new("data", true, Form::Object),
                Member::new("data.attributes", false, Form::Object),
                Member::new("data.attributes.action", false, Form::Text),
                Member::new("data.attributes.options", false, Form::Object),
                Member::new("data.attributes.options.amount", false, Form::Amount),
                Member::new("data.attributes.referenceId", false, Form::Text),
                Member::new("data.attributes.targetId", false, Form::Text),
                Member::new("data.attributes.targetType", false, Form::Text),
                Member::new("data.id", false, Form::Text),
                Member::new("data.type", false, Form::Text),
            ],
        ),
    ),
    Bodies::new(
        &GET_PAYMENT,
        None,
        Body::received::<
            types::PaymentDocument,
        >(
            "PaymentDocument",
            &[
                Member::new("data", true, Form::Object),
                Member::new("data.attributes", true, Form::Object),
                Member::new("data.attributes.amount", true, Form::Amount),
                Member::new("data.attributes.createdAt", false, Form::Time),
                Member::new("data.attributes.currency", false, Form::Text).decides(),
                Member::new("data.attributes.description", false, Form::Text),
                Member::new("data.attributes.expiredAt", false, Form::Time),
                Member::new("data.attributes.fees", false, Form::FractionalAmount),
                Member::new("data.attributes.paymentMethod", false, Form::Object),
                Member::new("data.attributes.paymentMethod.id", false, Form::Text),
                Member::new(
                    "data.attributes.paymentMethod.instructions",
                    false,
                    Form::Object,
                ),
                Member::new(
                    "data.attributes.paymentMethod.instructions.accountNo",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "data.attributes.paymentMethod.instructions.bankShortCode",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "data.attributes.paymentMethod.instructions.displayName",
                    false,
                    Form::Personal,
                ),
                Member::new(
                    "data.attributes.paymentMethod.instructions.imageUrl",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "data.attributes.paymentMethod.instructions.paymentCode",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "data.attributes.paymentMethod.instructions.retailOutletName",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "data.attributes.paymentMethod.referenceId",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "data.attributes.paymentMethod.settlement",
                    false,
                    Form::Object,
                ),
                Member::new(
                    "data.attributes.paymentMethod.settlement.afterSettlementUrl",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "data.attributes.paymentMethod.settlement.httpUrl",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "data.attributes.paymentMethod.settlement.mobileUrl",
                    false,
                    Form::Text,
                ),
                Member::new("data.attributes.paymentMethod.type", false, Form::Text),
                Member::new("data.attributes.referenceId", true, Form::Text),
                Member::new("data.attributes.status", true, Form::Text),
                Member::new("data.id", true, Form::Text),
                Member::new("data.type", true, Form::Text),
            ],
        ),
    ),
    Bodies::new(
        &GET_QRIS,
        None,
        Body::received::<
            types::PaymentMethodDocument,
        >(
            "PaymentMethodDocument",
            &[
                Member::new("data", true, Form::Object),
                Member::new("data.attributes", true, Form::Object),
                Member::new("data.attributes.instructions", false, Form::Object),
                Member::new("data.attributes.instructions.accountNo", false, Form::Text),
                Member::new(
                    "data.attributes.instructions.bankShortCode",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "data.attributes.instructions.displayName",
                    false,
                    Form::Personal,
                ),
                Member::new("data.attributes.instructions.imageUrl", false, Form::Text),
                Member::new(
                    "data.attributes.instructions.paymentCode",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "data.attributes.instructions.retailOutletName",
                    false,
                    Form::Text,
                ),
                Member::new("data.attributes.referenceId", true, Form::Text),
                Member::new("data.id", true, Form::Text),
                Member::new("data.type", false, Form::Text),
            ],
        ),
    ),
    Bodies::new(
        &GET_VIRTUAL_ACCOUNT,
        None,
        Body::received::<
            types::PaymentMethodDocument,
        >(
            "PaymentMethodDocument",
            &[
                Member::new("data", true, Form::Object),
                Member::new("data.attributes", true, Form::Object),
                Member::new("data.attributes.instructions", false, Form::Object),
                Member::new("data.attributes.instructions.accountNo", false, Form::Text),
                Member::new(
                    "data.attributes.instructions.bankShortCode",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "data.attributes.instructions.displayName",
                    false,
                    Form::Personal,
                ),
                Member::new("data.attributes.instructions.imageUrl", false, Form::Text),
                Member::new(
                    "data.attributes.instructions.paymentCode",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "data.attributes.instructions.retailOutletName",
                    false,
                    Form::Text,
                ),
                Member::new("data.attributes.referenceId", true, Form::Text),
                Member::new("data.id", true, Form::Text),
                Member::new("data.type", false, Form::Text),
            ],
        ),
    ),
    Bodies::new(
        &LIST_PAYMENTS,
        None,
        Body::received::<
            types::PaymentList,
        >("PaymentList", &[Member::new("data", true, Form::List)]),
    ),
    Bodies::new(
        &LIST_QRIS_PAYMENTS,
        None,
        Body::received::<
            types::PaymentList,
        >("PaymentList", &[Member::new("data", true, Form::List)]),
    ),
    Bodies::new(
        &LIST_VIRTUAL_ACCOUNT_PAYMENTS,
        None,
        Body::received::<
            types::PaymentList,
        >("PaymentList", &[Member::new("data", true, Form::List)]),
    ),
];
/// Every callback with its body.
#[cfg(feature = "dictionary")]
pub const CALLBACKS: &[(&str, Body)] = &[
    (
        "Enveloped",
        Body::received::<
            types::PaymentDocument,
        >(
            "PaymentDocument",
            &[
                Member::new("data", true, Form::Object),
                Member::new("data.attributes", true, Form::Object),
                Member::new("data.attributes.amount", true, Form::Amount),
                Member::new("data.attributes.createdAt", false, Form::Time),
                Member::new("data.attributes.currency", false, Form::Text).decides(),
                Member::new("data.attributes.description", false, Form::Text),
                Member::new("data.attributes.expiredAt", false, Form::Time),
                Member::new("data.attributes.fees", false, Form::FractionalAmount),
                Member::new("data.attributes.paymentMethod", false, Form::Object),
                Member::new("data.attributes.paymentMethod.id", false, Form::Text),
                Member::new(
                    "data.attributes.paymentMethod.instructions",
                    false,
                    Form::Object,
                ),
                Member::new(
                    "data.attributes.paymentMethod.instructions.accountNo",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "data.attributes.paymentMethod.instructions.bankShortCode",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "data.attributes.paymentMethod.instructions.displayName",
                    false,
                    Form::Personal,
                ),
                Member::new(
                    "data.attributes.paymentMethod.instructions.imageUrl",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "data.attributes.paymentMethod.instructions.paymentCode",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "data.attributes.paymentMethod.instructions.retailOutletName",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "data.attributes.paymentMethod.referenceId",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "data.attributes.paymentMethod.settlement",
                    false,
                    Form::Object,
                ),
                Member::new(
                    "data.attributes.paymentMethod.settlement.afterSettlementUrl",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "data.attributes.paymentMethod.settlement.httpUrl",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "data.attributes.paymentMethod.settlement.mobileUrl",
                    false,
                    Form::Text,
                ),
                Member::new("data.attributes.paymentMethod.type", false, Form::Text),
                Member::new("data.attributes.referenceId", true, Form::Text),
                Member::new("data.attributes.status", true, Form::Text),
                Member::new("data.id", true, Form::Text),
                Member::new("data.type", true, Form::Text),
            ],
        ),
    ),
    (
        "Bare",
        Body::received::<
            types::PaymentResource,
        >(
            "PaymentResource",
            &[
                Member::new("attributes", true, Form::Object),
                Member::new("attributes.amount", true, Form::Amount),
                Member::new("attributes.createdAt", false, Form::Time),
                Member::new("attributes.currency", false, Form::Text).decides(),
                Member::new("attributes.description", false, Form::Text),
                Member::new("attributes.expiredAt", false, Form::Time),
                Member::new("attributes.fees", false, Form::FractionalAmount),
                Member::new("attributes.paymentMethod", false, Form::Object),
                Member::new("attributes.paymentMethod.id", false, Form::Text),
                Member::new(
                    "attributes.paymentMethod.instructions",
                    false,
                    Form::Object,
                ),
                Member::new(
                    "attributes.paymentMethod.instructions.accountNo",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "attributes.paymentMethod.instructions.bankShortCode",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "attributes.paymentMethod.instructions.displayName",
                    false,
                    Form::Personal,
                ),
                Member::new(
                    "attributes.paymentMethod.instructions.imageUrl",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "attributes.paymentMethod.instructions.paymentCode",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "attributes.paymentMethod.instructions.retailOutletName",
                    false,
                    Form::Text,
                ),
                Member::new("attributes.paymentMethod.referenceId", false, Form::Text),
                Member::new("attributes.paymentMethod.settlement", false, Form::Object),
                Member::new(
                    "attributes.paymentMethod.settlement.afterSettlementUrl",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "attributes.paymentMethod.settlement.httpUrl",
                    false,
                    Form::Text,
                ),
                Member::new(
                    "attributes.paymentMethod.settlement.mobileUrl",
                    false,
                    Form::Text,
                ),
                Member::new("attributes.paymentMethod.type", false, Form::Text),
                Member::new("attributes.referenceId", true, Form::Text),
                Member::new("attributes.status", true, Form::Text),
                Member::new("id", true, Form::Text),
                Member::new("type", true, Form::Text),
            ],
        ),
    ),
];
/// Bodies that are received inside of members of any JSON.
#[cfg(feature = "dictionary")]
pub const PARTS: &[Body] = &[
    Body::received::<
        types::PaymentResource,
    >(
        "PaymentResource",
        &[
            Member::new("attributes", true, Form::Object),
            Member::new("attributes.amount", true, Form::Amount),
            Member::new("attributes.createdAt", false, Form::Time),
            Member::new("attributes.currency", false, Form::Text).decides(),
            Member::new("attributes.description", false, Form::Text),
            Member::new("attributes.expiredAt", false, Form::Time),
            Member::new("attributes.fees", false, Form::FractionalAmount),
            Member::new("attributes.paymentMethod", false, Form::Object),
            Member::new("attributes.paymentMethod.id", false, Form::Text),
            Member::new("attributes.paymentMethod.instructions", false, Form::Object),
            Member::new(
                "attributes.paymentMethod.instructions.accountNo",
                false,
                Form::Text,
            ),
            Member::new(
                "attributes.paymentMethod.instructions.bankShortCode",
                false,
                Form::Text,
            ),
            Member::new(
                "attributes.paymentMethod.instructions.displayName",
                false,
                Form::Personal,
            ),
            Member::new(
                "attributes.paymentMethod.instructions.imageUrl",
                false,
                Form::Text,
            ),
            Member::new(
                "attributes.paymentMethod.instructions.paymentCode",
                false,
                Form::Text,
            ),
            Member::new(
                "attributes.paymentMethod.instructions.retailOutletName",
                false,
                Form::Text,
            ),
            Member::new("attributes.paymentMethod.referenceId", false, Form::Text),
            Member::new("attributes.paymentMethod.settlement", false, Form::Object),
            Member::new(
                "attributes.paymentMethod.settlement.afterSettlementUrl",
                false,
                Form::Text,
            ),
            Member::new(
                "attributes.paymentMethod.settlement.httpUrl",
                false,
                Form::Text,
            ),
            Member::new(
                "attributes.paymentMethod.settlement.mobileUrl",
                false,
                Form::Text,
            ),
            Member::new("attributes.paymentMethod.type", false, Form::Text),
            Member::new("attributes.referenceId", true, Form::Text),
            Member::new("attributes.status", true, Form::Text),
            Member::new("id", true, Form::Text),
            Member::new("type", true, Form::Text),
        ],
    ),
];
/// The body of a refusal.
#[cfg(feature = "dictionary")]
pub const REFUSAL: Body = Body::received::<
    types::Refusal,
>(
    "Refusal",
    &[
        Member::new("errors", true, Form::List),
        Member::new("errors[].code", false, Form::Text).decides(),
        Member::new("errors[].detail", false, Form::Text),
        Member::new("errors[].title", false, Form::Text),
    ],
);
