module "recorder_baseline" {
  source = "./recorder"
}

module "recorder_us-east-1" {
  source = "./recorder"

  providers = {
    aws = aws.us-east-1
  }
}

resource "aws_guardduty_detector" "ap-northeast-1" {
  provider = aws.ap-northeast-1
}
