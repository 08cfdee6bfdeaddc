resource "aws_autoscaling_groups" "web" {
  max_size = 2
  min_size = 1
}

data "aws_cognito_user_pool_domain" "main" {
  domain = "main"
}
