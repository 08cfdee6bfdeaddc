resource "aws_wafv2_ip_set" "office" {
  name               = "office"
  scope              = "REGIONAL"
  ip_address_version = "IPV4"
  addresses          = ["198.51.100.0/24"]
}

resource "aws_inspector2_enabler" "main" {
  account_ids    = ["123456789012"]
  resource_types = ["EC2"]
}

resource "aws_lexv2models_bot" "main" {
  name                        = "main"
  role_arn                    = "arn:aws:iam::123456789012:role/lex"
  idle_session_ttl_in_seconds = 60

  data_privacy {
    child_directed = false
  }
}
