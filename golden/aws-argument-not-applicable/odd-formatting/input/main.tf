resource "aws_route53_health_check" "web"   {
   fqdn="www.example.com"
   type   = "HTTP"
   cloudwatch_alarm_name="web"   # later
   port=80
   insufficient_data_health_status   =   "Failure"
}

resource "aws_route53_health_check" "queue" {
    type                = "CLOUDWATCH_METRIC"
    cloudwatch_alarm_name = "queue"
    cloudwatch_alarm_region="us-east-2"
    insufficient_data_health_status  =  "Failure"
}
