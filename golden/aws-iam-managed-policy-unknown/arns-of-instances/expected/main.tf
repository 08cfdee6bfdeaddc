resource "aws_iam_role" "web" {
  name_prefix        = "web-"
  assume_role_policy = "{}"
}

data "aws_partition" "current" {}

locals {
  policies = ["arn:aws:iam::aws:policy/service-role/ConfigRole", "arn:aws:iam::aws:policy/ReadOnlyAccess"]
}

variable "policies" {
  type    = map(string)
  default = { logs = "arn:aws:iam::aws:policy/CloudWatchLogsWriter" }
}

resource "aws_iam_role_policy_attachment" "set" {
  for_each   = toset(["arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::aws:policy/service-role/AWS_ConfigRole"])
  role       = aws_iam_role.web.name
  policy_arn = each.value
}

resource "aws_iam_role_policy_attachment" "names" {
  for_each   = toset(["ReadOnlyAccess", "WriteOnlyEverything"])
  role       = aws_iam_role.web.name
  policy_arn = "arn:${data.aws_partition.current.partition}:iam::aws:policy/${each.key}"
}

resource "aws_iam_role_policy_attachment" "counted" {
  count      = length(local.policies)
  role       = aws_iam_role.web.name
  policy_arn = local.policies[count.index]
}

resource "aws_iam_role_policy_attachment" "defaults" {
  for_each   = var.policies
  role       = aws_iam_role.web.name
  policy_arn = each.value
}

# Nobody knows these.
resource "aws_iam_role_policy_attachment" "unknown" {
  for_each   = toset(data.aws_iam_policy_document.x.statement[*].sid)
  role       = aws_iam_role.web.name
  policy_arn = "arn:aws:iam::aws:policy/${each.key}"
}

data "aws_iam_policy_document" "x" {
}

module "reader" {
  source   = "./modules/reader"
  policies = ["arn:aws:iam::aws:policy/ReadOnlyAccess", "arn:aws:iam::aws:policy/ReadNothingAtAll"]
}
