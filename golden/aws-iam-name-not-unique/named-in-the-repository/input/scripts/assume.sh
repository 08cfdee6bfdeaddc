aws sts assume-role --role-arn "$PREFIX/prod-by-script"
