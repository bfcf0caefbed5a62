//! Permanent payment methods: payments received with them, and test payments in the sandbox.

use payments_core::{Money, Result};

use crate::{
    Fazz, bodies,
    told::payments,
    types::{
        CreateMethodTask, CreateMethodTaskData, MethodTaskOptions, MethodTaskRequest,
        MethodTaskRequestAction, PaymentResource, TaskResource,
    },
};

impl Fazz {
    /// The payments into a permanent account. An unreadable payment is an error in the list.
    pub async fn virtual_account_payments(&self, id: &str) -> Result<Vec<Result<PaymentResource>>> {
        let answer = self.list_virtual_account_payments(id).await?;
        let payments = payments(&bodies::LIST_VIRTUAL_ACCOUNT_PAYMENTS, &answer).into_iter();
        Ok(payments.map(|told| told.map(|told| told.payment)).collect())
    }

    /// The payments to a permanent code. An unreadable payment is an error in the list.
    pub async fn qris_payments(&self, id: &str) -> Result<Vec<Result<PaymentResource>>> {
        let answer = self.list_qris_payments(id).await?;
        let payments = payments(&bodies::LIST_QRIS_PAYMENTS, &answer).into_iter();
        Ok(payments.map(|told| told.map(|told| told.payment)).collect())
    }

    /// In the sandbox: pays into a permanent account.
    pub async fn receive_into_virtual_account(
        &self,
        id: &str,
        amount: Money,
    ) -> Result<TaskResource> {
        let answer = self
            .create_virtual_account_task(id, &receive(amount))
            .await?;
        Ok(answer.body.data)
    }

    /// In the sandbox: pays to a permanent code.
    pub async fn receive_by_qris(&self, id: &str, amount: Money) -> Result<TaskResource> {
        Ok(self.create_qris_task(id, &receive(amount)).await?.body.data)
    }
}

fn receive(amount: Money) -> CreateMethodTask {
    let attributes = MethodTaskRequest {
        action: MethodTaskRequestAction::ReceivePayment,
        options: MethodTaskOptions {
            amount: amount.amount().into(),
        },
    };
    let data = CreateMethodTaskData { attributes };
    CreateMethodTask { data }
}
