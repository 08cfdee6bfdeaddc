resource "aws_sqs_queue" "orders" {
  count = 2
  name  = "orders"
}

resource "aws_kms_key" "data" {
  for_each    = local.kinds
  description = each.value
}

resource "aws_kms_alias" "data" {
  for_each      = local.kinds
  name          = "alias/data" # one for each
  target_key_id = aws_kms_key.data[each.key].id
}

# Its name must end with .fifo.
resource "aws_sqs_queue" "in_order" {
  count      = 2
  name       = "in-order.fifo"
  fifo_queue = true
}

locals {
  kinds = {
    public  = "What all may see"
    private = "What few may see"
  }
}
